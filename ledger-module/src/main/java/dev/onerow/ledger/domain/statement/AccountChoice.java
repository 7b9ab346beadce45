package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.Sha256;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which statement of a file belongs to the account it is imported into. */
public sealed interface AccountChoice {

    /**
     * This one.
     *
     * @param statement the statement
     */
    record Chosen(Statement statement) implements AccountChoice {}

    /**
     * It could be any of several, and the account does not know its number yet.
     *
     * @param accountNumbers the numbers that the file has, in file order
     */
    record Ambiguous(List<String> accountNumbers) implements AccountChoice {
        /** Copies the numbers. */
        public Ambiguous {
            accountNumbers = List.copyOf(accountNumbers);
        }
    }

    /** The file has another account's statement only. */
    record Mismatch() implements AccountChoice {}

    /** The file has no statement at all. */
    record Nothing() implements AccountChoice {}

    /** How an account number is kept: nobody needs to read it there. */
    static String hash(String accountNumber) {
        return Sha256.of(accountNumber);
    }

    /**
     * Chooses. A statement without a number is taken when it is the only one.
     *
     * @param statements the statements of a file
     * @param storedHash hash of the account's number, or null when no import has told it yet
     * @param requested the number that the request names, or null
     */
    static AccountChoice among(List<Statement> statements, @Nullable String storedHash, @Nullable String requested) {
        if (statements.isEmpty()) {
            return new Nothing();
        }
        boolean namesAnother = storedHash != null && requested != null && !storedHash.equals(hash(requested));
        if (namesAnother) {
            return new Mismatch();
        }
        String wanted = storedHash != null ? storedHash : requested != null ? hash(requested) : null;
        if (wanted == null) {
            return statements.size() == 1 ? new Chosen(statements.get(0)) : new Ambiguous(numbers(statements));
        }
        return statements.stream()
                .filter(statement -> fits(statement, wanted, statements.size()))
                .findFirst()
                .<AccountChoice>map(Chosen::new)
                .orElseGet(Mismatch::new);
    }

    private static boolean fits(Statement statement, String wanted, int statements) {
        String number = statement.accountNumber();
        return number == null ? statements == 1 : hash(number).equals(wanted);
    }

    private static List<String> numbers(List<Statement> statements) {
        return statements.stream()
                .map(Statement::accountNumber)
                .filter(Objects::nonNull)
                .toList();
    }
}
