package dev.onerow.telemetry.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any JSON value that a detector gives as its reason; credentials in its texts are masked. */
final class Evidence {
    private Evidence() {}

    static @Nullable Object masked(@Nullable Object value, String pointer, Flaws flaws) {
        if (value instanceof String text) {
            return flaws.message(pointer, text);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> masked = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                masked.add(masked(list.get(i), pointer + "/" + i, flaws));
            }
            return masked;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> masked = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                String memberName = String.valueOf(name);
                flaws.text(pointer, memberName);
                masked.put(memberName, masked(member, Flaws.pointer(pointer, memberName), flaws));
            });
            return masked;
        }
        return value;
    }
}
