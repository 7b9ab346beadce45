package dev.onerow.registry.domain.sql;

import dev.onerow.registry.domain.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds the string literals that SQLite takes for table names: {@code FROM 'sqlite_master'} reads the table. A literal
 * in any other place is data and may say what it likes.
 */
final class TableStrings {
    private static final Set<String> ENDS_FROM =
            Set.of("where", "group", "order", "having", "limit", "window", "union", "intersect", "except");

    private enum Clause {
        NONE,
        SELECT,
        FROM
    }

    private enum Expected {
        ANYTHING,
        TABLE,
        /** {@code x IN 'table'}, but {@code x IN ('value', 'value')}. */
        TABLE_OR_VALUES
    }

    private final Deque<Clause> outer = new ArrayDeque<>();
    private Clause clause = Clause.NONE;
    private Expected expected = Expected.ANYTHING;
    private boolean tableNamed;
    private boolean afterDistinct;

    private TableStrings() {}

    /** The indexes of these strings. */
    static BitSet in(List<Token> tokens) {
        var search = new TableStrings();
        var found = new BitSet();
        for (int i = 0; i < tokens.size(); i++) {
            found.set(i, search.isTableString(tokens.get(i)));
        }
        return found;
    }

    private boolean isTableString(Token token) {
        var wasExpected = expected;
        boolean wasNamed = tableNamed;
        expected = Expected.ANYTHING;
        tableNamed = false;
        if (token.kind() == Kind.SYMBOL) {
            symbol(token.value(), wasExpected, wasNamed);
        } else if (token.kind() != Kind.WORD || !keyword(Ascii.lowerCase(token.value()))) {
            tableNamed = wasExpected != Expected.ANYTHING;
        }
        afterDistinct = token.isWord("distinct");
        return tableNamed && token.kind() == Kind.STRING;
    }

    private void symbol(String symbol, Expected wasExpected, boolean wasNamed) {
        switch (symbol) {
            case "(" -> {
                outer.push(clause);
                clause = wasExpected == Expected.TABLE ? Clause.FROM : Clause.NONE;
                expected = wasExpected == Expected.TABLE ? Expected.TABLE : Expected.ANYTHING;
            }
            case ")" -> clause = outer.isEmpty() ? Clause.NONE : outer.pop();
            case "," -> expected = clause == Clause.FROM ? Expected.TABLE : Expected.ANYTHING;
            case "." -> expected = wasNamed ? Expected.TABLE : Expected.ANYTHING;
            default -> {
                // Nothing else leads to a table.
            }
        }
    }

    private boolean keyword(String word) {
        if (word.equals("select")) {
            clause = Clause.SELECT;
        } else if (word.equals("from") && clause == Clause.SELECT && !afterDistinct) { // IS DISTINCT FROM compares
            clause = Clause.FROM;
            expected = Expected.TABLE;
        } else if (word.equals("join")) {
            expected = Expected.TABLE;
        } else if (word.equals("in")) {
            expected = Expected.TABLE_OR_VALUES;
        } else if (ENDS_FROM.contains(word)) {
            clause = Clause.NONE;
        } else {
            return false;
        }
        return true;
    }
}
