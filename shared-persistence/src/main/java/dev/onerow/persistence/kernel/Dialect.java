package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What differs between the two databases in the text of the kernel's statements. Everything else in them is the
 * same, because both understand {@code WITH … INSERT … ON CONFLICT … RETURNING} and {@code UPDATE … FROM}.
 */
enum Dialect {
    /** One array for each column, so that one text serves any number of rows. */
    POSTGRESQL {
        @Override
        String source(List<? extends Column<?>> columns, int rows) {
            return "SELECT * FROM unnest("
                    + columns.stream()
                            .map(column -> "?::" + column.type().postgresName + "[]")
                            .collect(Collectors.joining(", "))
                    + ")";
        }

        @Override
        String parameter(ColumnType type) {
            return "?::" + type.postgresName;
        }

        @Override
        String least(ColumnType type, String stored, String incoming) {
            return "least(" + inOrder(type, stored) + ", " + inOrder(type, incoming) + ")";
        }

        @Override
        String greatest(ColumnType type, String stored, String incoming) {
            return "greatest(" + inOrder(type, stored) + ", " + inOrder(type, incoming) + ")";
        }

        // Text is ordered bytewise whatever the collation of the column, so that Java and SQL agree.
        @Override
        String inOrder(ColumnType type, String expression) {
            return type == ColumnType.TEXT ? expression + " COLLATE \"C\"" : expression;
        }

        @Override
        String lock() {
            return " FOR UPDATE OF t";
        }

        @Override
        String holdTable(String table) {
            return "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE";
        }

        @Override
        int[] statementSizes(int parametersPerRow) {
            return new int[] {ROWS_PER_STATEMENT};
        }
    },
    /** One VALUES line for each row; few sizes, so that few texts are ever prepared. */
    SQLITE {
        @Override
        String source(List<? extends Column<?>> columns, int rows) {
            String line =
                    "(" + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
            return "VALUES " + IntStream.range(0, rows).mapToObj(i -> line).collect(Collectors.joining(", "));
        }

        @Override
        String parameter(ColumnType type) {
            return "?";
        }

        // SQLite's min and max of two answer NULL when one of them is.
        @Override
        String least(ColumnType type, String stored, String incoming) {
            return "min(coalesce(" + stored + ", " + incoming + "), coalesce(" + incoming + ", " + stored + "))";
        }

        @Override
        String greatest(ColumnType type, String stored, String incoming) {
            return "max(coalesce(" + stored + ", " + incoming + "), coalesce(" + incoming + ", " + stored + "))";
        }

        @Override
        String inOrder(ColumnType type, String expression) {
            return expression;
        }

        // The transaction holds the only write lock there is.
        @Override
        String lock() {
            return "";
        }

        // A transaction takes the only write lock there is with its first statement, whichever that is.
        @Override
        String holdTable(String table) {
            return "SELECT 1";
        }

        @Override
        int[] statementSizes(int parametersPerRow) {
            int most = Math.max(1, Math.min(512, 32_000 / Math.max(1, parametersPerRow)));
            return IntStream.of(most, 64, 8, 1)
                    .filter(size -> size <= most)
                    .distinct()
                    .toArray();
        }
    };

    private static final int ROWS_PER_STATEMENT = 10_000;

    static Dialect of(DatabaseKind database) {
        return switch (database) {
            case POSTGRESQL -> POSTGRESQL;
            case SQLITE -> SQLITE;
        };
    }

    /** The rows handed in, as the body of a WITH. */
    abstract String source(List<? extends Column<?>> columns, int rows);

    /** A single value handed in. */
    abstract String parameter(ColumnType type);

    /** The smaller of two, ignoring NULL. */
    abstract String least(ColumnType type, String stored, String incoming);

    /** The greater of two, ignoring NULL. */
    abstract String greatest(ColumnType type, String stored, String incoming);

    /** An expression as it stands in ORDER BY. */
    abstract String inOrder(ColumnType type, String expression);

    /** What a SELECT ends in to hold its rows until the transaction ends. */
    abstract String lock();

    /** The statement that keeps other writers out of a table. */
    abstract String holdTable(String table);

    /** Numbers of rows for which statements exist, largest first. The first is the most that one statement takes. */
    abstract int[] statementSizes(int parametersPerRow);
}
