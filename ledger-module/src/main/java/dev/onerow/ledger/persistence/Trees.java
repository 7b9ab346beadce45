package dev.onerow.ledger.persistence;

import dev.onerow.persistence.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes JSON columns apart. */
final class Trees {
    private Trees() {}

    /** The texts of a list. */
    static List<String> texts(Json list) {
        return list.tree() instanceof List<?> elements
                ? elements.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The members of an object that are not null. */
    static Map<String, Object> members(Json object) {
        Map<String, Object> members = new HashMap<>();
        if (object.tree() instanceof Map<?, ?> tree) {
            tree.forEach((name, value) -> {
                if (value != null) {
                    members.put(String.valueOf(name), value);
                }
            });
        }
        return members;
    }
}
