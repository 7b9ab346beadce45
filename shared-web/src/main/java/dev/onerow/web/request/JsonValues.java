package dev.onerow.web.request;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as {@link StrictJson} reads them. Text is no number, and a number is no text. */
enum JsonValues implements Values {
    INSTANCE;

    @Override
    public String text(Object raw) {
        if (raw instanceof String text) {
            return text;
        }
        throw Unfit.wrongType();
    }

    @Override
    public BigDecimal decimal(Object raw) {
        if (raw instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (raw instanceof BigDecimal number) {
            return number;
        }
        throw Unfit.wrongType();
    }

    @Override
    public long longInteger(Object raw) {
        return raw instanceof Long number ? number : Values.super.longInteger(raw);
    }

    @Override
    public boolean bool(Object raw) {
        if (raw instanceof Boolean bool) {
            return bool;
        }
        throw Unfit.wrongType();
    }

    @Override
    public Instant instant(Object raw) {
        return Times.instant(text(raw));
    }

    @Override
    @SuppressWarnings("unchecked") // StrictJson makes no other maps.
    public Map<String, @Nullable Object> object(Object raw) {
        if (raw instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap((Map<String, @Nullable Object>) map);
        }
        throw Unfit.wrongType();
    }

    @Override
    @SuppressWarnings("unchecked") // StrictJson makes no other lists.
    public List<@Nullable Object> list(Object raw) {
        if (raw instanceof List<?> list) {
            return Collections.unmodifiableList((List<@Nullable Object>) list);
        }
        throw Unfit.wrongType();
    }
}
