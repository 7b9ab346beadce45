package dev.onerow.ledger.domain;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A limit for absolute amounts of any currency: a decimal of 0 or more. */
public final class DecimalLimit {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");

    private DecimalLimit() {}

    /** Reads a limit such as {@code 12.50}. */
    public static Parsed<BigDecimal> read(String text) {
        return FORM.matcher(text).matches()
                ? Parsed.of(new BigDecimal(text))
                : Parsed.refused("not-a-decimal", "A limit is a decimal string of 0 or more, such as 12.50.");
    }
}
