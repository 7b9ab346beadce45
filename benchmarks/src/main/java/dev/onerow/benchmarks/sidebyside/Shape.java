package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.sidebyside.Field.Change;
import dev.onerow.persistence.DatabaseKind;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A table of the comparison, as those see it who do not have the kernel's declaration.
 *
 * @param table its name
 * @param row the kernel's declaration
 * @param fields every column that a row hands in; what only the kernel knows (version, times) is handed in as well
 * @param rows makes the row of a number: the same key for the same number, other content for each call
 * @param values a row as the values of {@code fields}: String, Integer, Long, Double, OffsetDateTime, UUID
 * @param entity a row as Hibernate's entity
 */
record Shape<R>(
        String table,
        Class<R> row,
        List<Field> fields,
        IntFunction<R> rows,
        Function<R, Object[]> values,
        Function<R, Object> entity) {

    /** The upsert of one row as anybody would write it. */
    String upsert(DatabaseKind database) {
        String markers = fields.stream().map(field -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " AS t (" + names() + ") VALUES (" + markers + ")" + onConflict(database);
    }

    /** The upsert of rows that come as one array for each column. */
    String upsertArrays() {
        String arrays = fields.stream()
                .map(field -> "?::" + field.kind().postgresType + "[]")
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " AS t (" + names() + ") SELECT * FROM unnest(" + arrays + ")"
                + onConflict(DatabaseKind.POSTGRESQL);
    }

    String names() {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    /** The column that tells an insert from an update. */
    Field version() {
        return fields.stream()
                .filter(field -> field.change() == Change.COUNT_UP)
                .findFirst()
                .orElseThrow();
    }

    List<Field> key() {
        return fields.stream().filter(field -> field.change() == Change.KEY).toList();
    }

    private String onConflict(DatabaseKind database) {
        return " ON CONFLICT (" + key().stream().map(Field::name).collect(Collectors.joining(", "))
                + ") DO UPDATE SET "
                + fields.stream()
                        .filter(Field::isAssigned)
                        .map(field -> field.assignment(database))
                        .collect(Collectors.joining(", "));
    }
}
