package dev.onerow.persistence.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** DDL that makes a declared table, or a part of it that is missing. */
final class TableDefinition {
    private static final int LONGEST_NAME = 60;

    private final Table<?> table;
    private final Catalogue catalogue;

    TableDefinition(Table<?> table, Catalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    String createTable() {
        String columns = table.columns().stream()
                .map(column -> Table.quoted(column.name()) + " " + definition(column))
                .collect(Collectors.joining(", "));
        return "CREATE TABLE " + table.qualifiedName() + " (" + columns + ", UNIQUE (" + keyNames() + "))"
                + catalogue.tableOptions();
    }

    /** Adds a column that the caller or the kernel supplies. Rows that are there get some value for it. */
    String addColumn(Column<?> column) {
        return "ALTER TABLE " + table.qualifiedName() + " ADD COLUMN " + Table.quoted(column.name()) + " "
                + definition(column) + (mayBeNull(column) ? "" : " DEFAULT " + anyValue(column));
    }

    /** Makes the unique index of the key, under a name that none of these has. */
    String createIndex(List<LiveTable.LiveUnique> others) {
        String wished =
                table.name() + "_" + table.key().stream().map(Column::name).collect(Collectors.joining("_")) + "_key";
        String shortened = wished.length() <= LONGEST_NAME ? wished : wished.substring(0, LONGEST_NAME);
        String free = shortened;
        for (int i = 1; isTaken(free, others); i++) {
            free = shortened + i;
        }
        return "CREATE UNIQUE INDEX " + Table.quoted(free) + " ON " + table.qualifiedName() + " (" + keyNames() + ")";
    }

    /** Lists the keys that more than one row has. */
    String rowsOfOneKey() {
        return "SELECT " + keyNames() + ", count(*) FROM " + table.qualifiedName() + " GROUP BY " + keyNames()
                + " HAVING count(*) > 1";
    }

    String keyNames() {
        return table.key().stream().map(column -> Table.quoted(column.name())).collect(Collectors.joining(", "));
    }

    private static boolean isTaken(String name, List<LiveTable.LiveUnique> others) {
        return others.stream().anyMatch(other -> other.name().replace("\"", "").equals(name));
    }

    private String definition(Column<?> column) {
        if (column.role() == Column.Role.GENERATED) {
            return catalogue.identity();
        }
        return catalogue.typeName(column.type()) + (mayBeNull(column) ? "" : " NOT NULL");
    }

    private static boolean mayBeNull(Column<?> column) {
        return column.role() == Column.Role.DATA && column.nullable();
    }

    private static String anyValue(Column<?> column) {
        return switch (column.type()) {
            case INTEGER, BIGINT, NUMERIC, DOUBLE -> column.role() == Column.Role.VERSION ? "1" : "0";
            case BOOLEAN -> "false";
            case TEXT -> "''";
            case UUID -> "'00000000-0000-0000-0000-000000000000'";
            case INSTANT -> "'1970-01-01T00:00:00.000000Z'";
            case DATE -> "'1970-01-01'";
            case JSON -> "'null'";
        };
    }
}
