package dev.onerow.persistence.views;

import static java.util.stream.Collectors.joining;

import dev.onerow.persistence.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The statement for a {@link RowQuery}: what differs between the databases stands in the three tables below. */
final class RowSql {
    /** A cell as text, with only ASCII letters made small. */
    private static final Map<DatabaseKind, String> LOWER = Map.of(
            DatabaseKind.POSTGRESQL, "lower(CAST(%s AS text) COLLATE \"C\")",
            DatabaseKind.SQLITE, "lower(CAST(%s AS TEXT))");

    private static final Map<DatabaseKind, String> CONTAINS = Map.of(
            DatabaseKind.POSTGRESQL, "position(%2$s IN %1$s) > 0",
            DatabaseKind.SQLITE, "instr(%1$s, %2$s) > 0");

    /** Text sorts by its code points, the same everywhere. */
    private static final Map<DatabaseKind, String> AS_TEXT = Map.of(
            DatabaseKind.POSTGRESQL, "CAST(%s AS text) COLLATE \"C\"",
            DatabaseKind.SQLITE, "%s COLLATE BINARY");

    private final DatabaseKind kind;
    private final View view;
    private final List<String> sortedAsText;

    /**
     * Statements for a view.
     *
     * @param sortedAsText its columns whose type has no order of its own, or one that depends on a language
     */
    RowSql(DatabaseKind kind, View view, List<String> sortedAsText) {
        this.kind = kind;
        this.view = view;
        this.sortedAsText = List.copyOf(sortedAsText);
    }

    /**
     * The statement, without placeholders: prepared on the server it would not survive a change of the view's columns.
     *
     * @param from the view's name, as this database wants it quoted
     */
    String of(RowQuery query, String from) {
        var sql = new StringBuilder("SELECT * FROM ").append(from);
        if (query.contains() != null) {
            sql.append(" WHERE ").append(contains(query.contains()));
        }
        var order = order(query);
        if (!order.isEmpty()) {
            sql.append(" ORDER BY ").append(String.join(", ", order));
        }
        return sql.append(" LIMIT ")
                .append(query.limit() == null ? unlimited() : query.limit().toString())
                .append(" OFFSET ")
                .append(query.offset())
                .toString();
    }

    private String contains(String text) {
        return view.columns().isEmpty()
                ? "1 = 0"
                : view.columns().stream()
                        .map(column -> text(CONTAINS)
                                .formatted(
                                        text(LOWER).formatted(Quoted.name(column.name())),
                                        text(LOWER).formatted(Quoted.text(text))))
                        .collect(joining(" OR "));
    }

    private List<String> order(RowQuery query) {
        List<String> order = new ArrayList<>();
        if (query.sort() != null) {
            order.add(sorted(query.sort()) + (query.descending() ? " DESC NULLS FIRST" : " ASC NULLS LAST"));
        }
        if (query.ordered()) {
            view.columns().stream()
                    .map(ViewColumn::name)
                    .filter(column -> !column.equals(query.sort()))
                    .forEach(column -> order.add(sorted(column) + " ASC NULLS LAST"));
        }
        return order;
    }

    private String sorted(String column) {
        var quoted = Quoted.name(column);
        return sortedAsText.contains(column) ? text(AS_TEXT).formatted(quoted) : quoted;
    }

    private String unlimited() {
        return switch (kind) {
            case POSTGRESQL -> "ALL";
            case SQLITE -> "-1";
        };
    }

    private String text(Map<DatabaseKind, String> forms) {
        return forms.getOrDefault(kind, "");
    }
}
