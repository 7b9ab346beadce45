package dev.onerow.web.request;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a query: each raw value is the list of texts that one parameter has. */
enum QueryValues implements Values {
    INSTANCE;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,300}(\\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern OFFSET_WITHOUT_PLUS = Pattern.compile("(.+:[0-9.]+) ([0-9]{2}:[0-9]{2})");

    @Override
    public String text(Object raw) {
        List<@Nullable Object> texts = list(raw);
        if (texts.size() != 1) {
            throw Unfit.repeated();
        }
        return String.valueOf(texts.get(0));
    }

    @Override
    public BigDecimal decimal(Object raw) {
        String text = text(raw);
        if (!NUMBER.matcher(text).matches()) {
            throw Unfit.wrongType();
        }
        return new BigDecimal(text);
    }

    @Override
    public boolean bool(Object raw) {
        return switch (text(raw)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Unfit.wrongType();
        };
    }

    /** The plus of an offset that was not percent-encoded arrives as a blank. */
    @Override
    public Instant instant(Object raw) {
        return Times.instant(OFFSET_WITHOUT_PLUS.matcher(text(raw)).replaceFirst("$1+$2"));
    }

    @Override
    public Map<String, @Nullable Object> object(Object raw) {
        throw Unfit.wrongType();
    }

    @Override
    @SuppressWarnings("unchecked") // Query makes no other raw values.
    public List<@Nullable Object> list(Object raw) {
        List<@Nullable Object> texts = (List<@Nullable Object>) raw;
        for (Object text : texts) {
            if (String.valueOf(text).indexOf(0) >= 0) {
                throw Unfit.invalidText();
            }
        }
        return Collections.unmodifiableList(texts);
    }
}
