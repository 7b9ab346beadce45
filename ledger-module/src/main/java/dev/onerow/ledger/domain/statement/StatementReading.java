package dev.onerow.ledger.domain.statement;

import java.util.List;

/** What came of reading a file. */
public sealed interface StatementReading {

    /**
     * The file has statements, perhaps without rows, perhaps none.
     *
     * @param statements one for each account number, in file order
     */
    record Read(List<Statement> statements) implements StatementReading {
        /** Copies the statements. */
        public Read {
            statements = List.copyOf(statements);
        }
    }

    /**
     * The file is not what it was said to be, or beyond what a statement can be.
     *
     * @param detail a sentence for people
     */
    record Unreadable(String detail) implements StatementReading {}

    /** The file has statements of investment accounts only. */
    record InvestmentOnly() implements StatementReading {}

    /**
     * The CSV profile does not fit the file.
     *
     * @param detail a sentence for people
     */
    record WrongProfile(String detail) implements StatementReading {}
}
