package dev.onerow.persistence.kernel;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.database.SqlFailures;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** What a failed statement of a table is to the caller; what was proved at the start may be gone since. */
final class FailedStatement {
    private static final String NO_ARBITER = "42P10";
    private static final Set<String> MISSING = Set.of("42P01", "42703"); // table, column

    private FailedStatement() {}

    static RuntimeException of(Table<?> table, SQLException failure) {
        if (isWithoutTable(failure)) {
            return new StoreUnavailable(
                    "Table " + table.name() + " is not there any more, or not as it was proved at the start;"
                            + " ./onerow check says what is missing",
                    failure);
        }
        if (isWithoutArbiter(failure)) {
            String key = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
            return new StoreUnavailable(
                    "Table " + table.name() + " has lost its unique index over (" + key
                            + "); ./onerow check prints the repair",
                    failure);
        }
        return SqlFailures.told(failure);
    }

    private static boolean isWithoutTable(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return MISSING.contains(String.valueOf(failure.getSQLState()))
                || message.contains("no such table: ")
                || message.contains("no such column: ");
    }

    private static boolean isWithoutArbiter(SQLException failure) {
        return NO_ARBITER.equals(failure.getSQLState())
                || String.valueOf(failure.getMessage()).contains("ON CONFLICT clause does not match");
    }
}
