package dev.onerow.rules.sql;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises the cascades in what changes the schema. */
final class Definitions {
    private static final Set<String> OBJECTS = Set.of(
            "aggregate",
            "collation",
            "domain",
            "extension",
            "function",
            "index",
            "materialized",
            "policy",
            "procedure",
            "rule",
            "schema",
            "sequence",
            "server",
            "table",
            "trigger",
            "type",
            "view");

    private final Beginning beginning;
    private final Cursor cursor;

    /** The cursor stands after the verb. */
    Definitions(Beginning beginning, Cursor cursor) {
        this.beginning = beginning;
        this.cursor = cursor;
    }

    /** {@code DROP VIEW a, b CASCADE}; what is no list of names before CASCADE is prose. */
    Optional<Statement> drop() {
        if (!OBJECTS.contains(cursor.take().text())) {
            return Optional.empty();
        }
        cursor.skip("view");
        cursor.skip("concurrently");
        cursor.skip("if", "exists");
        Optional<Name> first = cursor.name();
        Optional<Name> last = first;
        while (last.isPresent() && !cursor.isAt("cascade")) {
            cursor.skipParentheses();
            last = cursor.skipSign(',') || cursor.skip("on") ? cursor.name() : Optional.empty();
        }
        return cursor.isAt("cascade")
                ? first.map(name -> beginning.statement(Verb.DROP_CASCADE, name, true))
                : Optional.empty();
    }

    /** The cascades of {@code CREATE TABLE} and {@code ALTER TABLE}. */
    Stream<Statement> ofTable() {
        Stream.of("global", "local", "temp", "temporary", "unlogged").forEach(cursor::skip);
        if (!cursor.skip("table")) {
            return Stream.empty();
        }
        cursor.skip("if", "not", "exists");
        cursor.skip("if", "exists");
        cursor.skip("only");
        return cursor.name().map(this::cascadesOf).orElse(Stream.empty());
    }

    private Stream<Statement> cascadesOf(Name table) {
        Stream.Builder<Statement> cascades = Stream.builder();
        Name owner = Name.PUT_IN_AT_RUN_TIME;
        while (!cursor.isAtTextEnd() && !cursor.isAtSign(';')) {
            int at = cursor.peek().start();
            if (cursor.skip("references")) {
                owner = cursor.name().orElse(Name.PUT_IN_AT_RUN_TIME);
            } else if (cursor.skip("on", "delete", "cascade")) {
                cascades.add(beginning.statement(Verb.DELETE_CASCADE, table, owner.table(), true, at));
            } else if (cursor.skip("drop")) {
                if (isPartDroppedWithCascade()) {
                    cascades.add(beginning.statement(Verb.DROP_CASCADE, table, null, true, at));
                }
            } else {
                cursor.take();
            }
        }
        return cascades.build();
    }

    private boolean isPartDroppedWithCascade() {
        cursor.skip("column");
        cursor.skip("constraint");
        cursor.skip("if", "exists");
        return cursor.name().isPresent() && cursor.skip("cascade");
    }
}
