package dev.onerow.web.request;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How raw values become what was asked for: each answers the value or throws {@link Unfit}. */
interface Values {
    String text(Object raw);

    BigDecimal decimal(Object raw);

    boolean bool(Object raw);

    Instant instant(Object raw);

    Map<String, @Nullable Object> object(Object raw);

    List<@Nullable Object> list(Object raw);

    default LocalDate date(Object raw) {
        return Times.date(text(raw));
    }

    default double number(Object raw) {
        double number = decimal(raw).doubleValue();
        if (Double.isInfinite(number)) {
            throw Unfit.outOfRange();
        }
        return number;
    }

    default long longInteger(Object raw) {
        BigDecimal number = decimal(raw);
        if (number.stripTrailingZeros().scale() > 0) {
            throw Unfit.wrongType();
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw Unfit.outOfRange();
        }
    }

    default int integer(Object raw) {
        long number = longInteger(raw);
        if (number != (int) number) {
            throw Unfit.outOfRange();
        }
        return (int) number;
    }
}
