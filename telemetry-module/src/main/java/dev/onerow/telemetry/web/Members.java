package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.FieldFlags;
import dev.onerow.web.request.Fields;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kinds of members that only reports have. */
final class Members {
    private Members() {}

    /** True or false, also as 1 or 0. */
    static dev.onerow.web.request.Field<Boolean> truth(Fields in, String name) {
        return in.value(name).map(Members::truth, "wrong-type", "It must be true, false, 1 or 0.");
    }

    private static Boolean truth(Object raw) {
        if (raw instanceof Boolean truth) {
            return truth;
        }
        if (raw instanceof Long number && (number == 0 || number == 1)) {
            return number == 1;
        }
        if (raw instanceof BigDecimal number) {
            return truth((Object) number.longValueExact());
        }
        throw new IllegalArgumentException();
    }

    /** For each field a truth; one that is left out is false. */
    static FieldFlags flags(Fields in) {
        return new FieldFlags(
                truth(in, Field.TITLE.word()).orElse(false),
                truth(in, Field.AUTHOR.word()).orElse(false),
                truth(in, Field.CONTENT.word()).orElse(false),
                truth(in, Field.PUBLISH_DATE.word()).orElse(false));
    }

    /** An object whose members have names of the producer's choice. */
    static <T> Map<String, @Nullable T> named(Fields in, String name, BiFunction<Fields, String, @Nullable T> reader) {
        Map<String, @Nullable Object> raw = in.object(name).orNull();
        if (raw == null) {
            return Map.of();
        }
        Function<Fields, Map<String, @Nullable T>> members = all -> {
            Map<String, @Nullable T> read = new TreeMap<>();
            raw.keySet().forEach(member -> read.put(member, reader.apply(all, member)));
            return read;
        };
        return in.part(name, members).orElse(Map.of());
    }

    /** An object with at most one member for each field. */
    static <T> Map<Field, T> byField(Fields in, BiFunction<Fields, String, @Nullable T> reader) {
        Map<Field, T> read = new TreeMap<>();
        for (Field field : Field.values()) {
            T value = reader.apply(in, field.word());
            if (value != null) {
                read.put(field, value);
            }
        }
        return read;
    }
}
