package dev.onerow.registry.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.registry.domain.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a view as JSON: {@code [{"name": "id", "type": "bigint"}]}. All views are compared at once, and a
 * general reader of JSON took half of that; so what has the common form is taken apart by hand.
 */
final class ColumnsText {
    private static final String NAME = "\"name\"";
    private static final String TYPE = "\"type\"";

    private ColumnsText() {}

    static Json written(List<Column> columns) {
        return Json.of(columns.stream()
                .map(column -> Map.of("name", column.name(), "type", column.type()))
                .toList());
    }

    static List<Column> read(String json) {
        var plain = json.indexOf('\\') < 0 ? plain(json) : null;
        return plain == null ? general(json) : plain;
    }

    /** Null where the text says anything else than names and types in turn. Nothing in it is escaped. */
    private static @Nullable List<Column> plain(String json) {
        List<Column> columns = new ArrayList<>();
        int at = json.indexOf('"');
        while (at >= 0) {
            int name = valueBehind(NAME, json, at);
            int type = name < 0 ? name : valueBehind(TYPE, json, nextText(json, name));
            if (type < 0) {
                return null;
            }
            columns.add(new Column(textAt(json, name), textAt(json, type)));
            at = nextText(json, type);
        }
        return columns;
    }

    /** Where the text begins that this member has for its value; negative when it is another member or no text. */
    private static int valueBehind(String member, String json, int at) {
        int end = at + member.length();
        if (!json.startsWith(member, at)) {
            return -1;
        }
        return json.startsWith(": \"", end) ? end + 3 : json.startsWith(":\"", end) ? end + 2 : -1;
    }

    private static String textAt(String json, int begin) {
        return json.substring(begin, json.indexOf('"', begin));
    }

    /** The opening quote of the text behind the one that begins here; negative when there is none. */
    private static int nextText(String json, int begin) {
        return json.indexOf('"', json.indexOf('"', begin) + 1);
    }

    private static List<Column> general(String json) {
        return ((List<?>) Objects.requireNonNull(Json.stored(json).tree()))
                .stream()
                        .map(column -> (Map<?, ?>) column)
                        .map(column ->
                                new Column(String.valueOf(column.get("name")), String.valueOf(column.get("type"))))
                        .toList();
    }
}
