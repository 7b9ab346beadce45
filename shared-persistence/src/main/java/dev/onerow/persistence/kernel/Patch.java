package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes to some columns, in canonical form.
 *
 * @param setColumns columns that get a value
 * @param setValues their values, in that order
 * @param addedColumns columns that get something added
 * @param amounts the amounts, in that order
 * @param expectedVersion the version a row must have, or null
 */
record Patch<T>(
        List<Column<T>> setColumns,
        List<@Nullable Object> setValues,
        List<Column<T>> addedColumns,
        List<Object> amounts,
        @Nullable Long expectedVersion) {

    /**
     * The changes as this table takes them.
     *
     * @throws IllegalArgumentException when they are none, or name a member that may not be changed so
     */
    static <T> Patch<T> of(Table<T> table, Changes changes) {
        List<Column<T>> setColumns = new ArrayList<>();
        List<@Nullable Object> setValues = new ArrayList<>();
        changes.assignments().forEach((member, value) -> {
            Column<T> column = supplied(table, member);
            setColumns.add(column);
            setValues.add(column.canonical(value));
        });
        List<Column<T>> addedColumns = new ArrayList<>();
        List<Object> amounts = new ArrayList<>();
        changes.additions().forEach((member, amount) -> {
            Column<T> column = supplied(table, member);
            if (!column.type().isAdditive()
                    || column.nullable()
                    || changes.assignments().containsKey(member)) {
                throw new IllegalArgumentException("Nothing can be added to " + member);
            }
            addedColumns.add(column);
            amounts.add(Objects.requireNonNull(column.canonical(amount)));
        });
        if (setColumns.isEmpty() && addedColumns.isEmpty()) {
            throw new IllegalArgumentException("A patch changes at least one column");
        }
        return new Patch<>(setColumns, setValues, addedColumns, amounts, changes.expectedVersion());
    }

    private static <T> Column<T> supplied(Table<T> table, String member) {
        Column<T> column = table.column(member);
        if (column.role() != Column.Role.DATA) {
            throw new IllegalArgumentException(member + " is the key, or supplied by the kernel or the database");
        }
        return column;
    }
}
