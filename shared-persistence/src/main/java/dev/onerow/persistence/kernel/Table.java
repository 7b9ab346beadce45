package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Key;
import io.micronaut.core.beans.BeanIntrospection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A keyed table as its row declares it. A row travels through the kernel as an array with one canonical value for
 * each column, in the order of the columns; what the kernel or the database supplies is null on the way in.
 */
final class Table<T> {
    private final Class<T> rowType;
    private final @Nullable String schema;
    private final String name;
    private final BeanIntrospection<T> introspection;
    private final List<Column<T>> columns;
    private final List<Column<T>> key;
    private final List<Column<T>> newerBy;
    private final List<Column<T>> supplied;
    private final int[] constructorOrder;
    private final List<Column<T>> changeable;
    private final List<Column<T>> times;
    private final @Nullable Column<T> version;
    private final @Nullable Column<T> updated;

    Table(
            BeanIntrospection<T> introspection,
            @Nullable String schema,
            String name,
            List<Column<T>> columns,
            List<Column<T>> key,
            List<Column<T>> newerBy) {
        this.rowType = introspection.getBeanType();
        this.schema = schema;
        this.name = name;
        this.introspection = introspection;
        this.columns = List.copyOf(columns);
        this.key = List.copyOf(key);
        this.newerBy = List.copyOf(newerBy);
        this.supplied = columns.stream().filter(Column::isSupplied).toList();
        this.constructorOrder = constructorOrder(introspection, columns);
        this.changeable = columns.stream().filter(Column::isChangeable).toList();
        this.times = columns.stream()
                .filter(column -> column.role() == Column.Role.CREATED || column.role() == Column.Role.UPDATED)
                .toList();
        this.version = only(columns, Column.Role.VERSION);
        this.updated = only(columns, Column.Role.UPDATED);
    }

    Class<T> rowType() {
        return rowType;
    }

    @Nullable
    String schema() {
        return schema;
    }

    String name() {
        return name;
    }

    /** The name as it stands in statements. */
    String qualifiedName() {
        return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    /** A name that means itself, whatever it is. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    List<Column<T>> columns() {
        return columns;
    }

    /** The key columns in the order of the declaration. */
    List<Column<T>> key() {
        return key;
    }

    /** The columns that a row hands in, in order. */
    List<Column<T>> supplied() {
        return supplied;
    }

    /** The columns that a merged write may change. */
    List<Column<T>> changeable() {
        return changeable;
    }

    List<Column<T>> newerBy() {
        return newerBy;
    }

    @Nullable
    Column<T> version() {
        return version;
    }

    /** How often the time of the write is handed in for an insert. */
    int times() {
        return times.size();
    }

    /** Whether an update hands in the time. */
    boolean isUpdateTimed() {
        return updated != null;
    }

    /** Whether no stored row ever changes by a merged write. */
    boolean isAppendOnly() {
        return changeable.isEmpty();
    }

    Column<T> column(String member) {
        return columns.stream()
                .filter(column -> column.member().equals(member))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Row " + rowType.getSimpleName() + " has no member " + member));
    }

    /** The row as canonical values; what it does not supply itself is null. */
    @Nullable
    Object[] valuesOf(T row) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (Column<T> column : supplied) {
            values[column.position()] = column.valueIn(row);
        }
        return values;
    }

    /** The row of these values. */
    T rowOf(@Nullable Object[] values) {
        @Nullable Object[] arguments = new @Nullable Object[constructorOrder.length];
        for (int i = 0; i < arguments.length; i++) {
            Column<T> column = columns.get(constructorOrder[i]);
            Object member = column.toMember(values[column.position()]);
            arguments[i] = member == null ? absent(column) : member;
        }
        return introspection.instantiate(false, arguments);
    }

    /** The key of these values, comparable with other keys of this table by {@code equals}. */
    Key keyOf(@Nullable Object[] values) {
        List<Object> parts = new ArrayList<>(key.size());
        for (Column<T> column : key) {
            parts.add(Objects.requireNonNull(values[column.position()]));
        }
        return new Key(parts);
    }

    /** A key that a caller made, in canonical form. */
    Key canonical(Key given) {
        if (given.values().size() != key.size()) {
            throw new IllegalArgumentException("A key of " + name + " has " + key.size() + " values, not "
                    + given.values().size());
        }
        List<Object> parts = new ArrayList<>(key.size());
        for (int i = 0; i < key.size(); i++) {
            parts.add(Objects.requireNonNull(key.get(i).canonical(given.values().get(i))));
        }
        return new Key(parts);
    }

    /** The one order in which rows of this table are written and locked, everywhere. 0 is the same key. */
    int compareKeys(@Nullable Object[] left, @Nullable Object[] right) {
        return compare(key, left, right);
    }

    /** How new one row is against another by the declared members: negative is older, 0 where there are none. */
    int compareAge(@Nullable Object[] left, @Nullable Object[] right) {
        return compare(newerBy, left, right);
    }

    private static <T> int compare(List<Column<T>> columns, @Nullable Object[] left, @Nullable Object[] right) {
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            int order = column.type()
                    .compare(
                            Objects.requireNonNull(left[column.position()]),
                            Objects.requireNonNull(right[column.position()]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    long versionOf(@Nullable Object[] values) {
        return version == null ? 1 : (Long) Objects.requireNonNull(values[version.position()]);
    }

    /** A key, in canonical form, as the values of a row that has nothing else. */
    @Nullable
    Object[] valuesOf(Key canonical) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < key.size(); i++) {
            values[key.get(i).position()] = canonical.values().get(i);
        }
        return values;
    }

    /** Rows by their key. */
    Map<Key, @Nullable Object[]> byKey(List<@Nullable Object[]> rows) {
        Map<Key, @Nullable Object[]> byKey = new HashMap<>();
        for (@Nullable Object[] row : rows) {
            byKey.put(keyOf(row), row);
        }
        return byKey;
    }

    /** These values as the kernel would insert them. */
    @Nullable
    Object[] born(@Nullable Object[] values, Instant now) {
        @Nullable Object[] born = values.clone();
        if (version != null) {
            born[version.position()] = 1L;
        }
        for (Column<T> column : times) {
            born[column.position()] = now;
        }
        return born;
    }

    /** These values as a real change would leave them. */
    @Nullable
    Object[] moved(@Nullable Object[] values, Instant now) {
        @Nullable Object[] moved = values.clone();
        if (version != null) {
            moved[version.position()] = versionOf(values) + 1;
        }
        if (updated != null) {
            moved[updated.position()] = now;
        }
        return moved;
    }

    /** This table with an id that comes with the row. */
    Table<T> withGivenIds() {
        List<Column<T>> given = columns.stream().map(Column::given).toList();
        return with(given, newerBy.stream().map(Column::member).toList());
    }

    /** The column that the database makes ids for, if there is one. */
    Optional<Column<T>> madeId() {
        return columns.stream()
                .filter(column -> column.role() == Column.Role.GENERATED && column.isId())
                .findFirst();
    }

    /** Whether no two states that a key ever has agree in id and version, also where it was deleted between them. */
    boolean tellsStatesApart() {
        return version != null && !isAppendOnly() && madeId().isPresent();
    }

    /** What tells the states of a key apart: its version, and its id, for a row that comes back begins at 1 again. */
    List<Column<T>> stateColumns() {
        return Stream.of(version, madeId().orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** This table as another declaration would have it; the laws go through many. */
    Table<T> with(List<Column<T>> otherColumns, List<String> newerByMembers) {
        List<Column<T>> otherKey =
                key.stream().map(column -> otherColumns.get(column.position())).toList();
        List<Column<T>> otherNewerBy = otherColumns.stream()
                .filter(column -> newerByMembers.contains(column.member()))
                .toList();
        return new Table<>(introspection, schema, name, otherColumns, otherKey, otherNewerBy);
    }

    // A primitive member that the database has yet to make cannot be null in the record.
    private static <T> @Nullable Object absent(Column<T> column) {
        Class<?> declared = column.mapping().getProperty().getType();
        if (!declared.isPrimitive()) {
            return null;
        }
        return declared == int.class ? (Object) 0 : declared == long.class ? (Object) 0L : null;
    }

    private static <T> @Nullable Column<T> only(List<Column<T>> columns, Column.Role role) {
        return columns.stream()
                .filter(column -> column.role() == role)
                .findFirst()
                .orElse(null);
    }

    private static <T> int[] constructorOrder(BeanIntrospection<T> introspection, List<Column<T>> columns) {
        var arguments = introspection.getConstructorArguments();
        int[] order = new int[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            String member = arguments[i].getName();
            order[i] = columns.stream()
                    .filter(column -> column.member().equals(member))
                    .findFirst()
                    .orElseThrow()
                    .position();
        }
        return order;
    }
}
