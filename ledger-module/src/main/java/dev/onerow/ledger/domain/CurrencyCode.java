package dev.onerow.ledger.domain;

import java.util.Currency;
import java.util.Locale;

/**
 * A currency of ISO 4217 that has a minor unit.
 *
 * @param value three capital letters
 */
public record CurrencyCode(String value) {

    /** Refuses what {@link #read} refuses. */
    public CurrencyCode {
        if (decimals(value) < 0) {
            throw new IllegalArgumentException("Not a currency: " + value);
        }
    }

    /** Reads a code in capital or small letters. */
    public static Parsed<CurrencyCode> read(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return decimals(code) < 0
                ? Parsed.refused("unknown-currency", "Not a currency of ISO 4217 with a minor unit.")
                : Parsed.of(new CurrencyCode(code));
    }

    /** How many decimals an amount has: 2 for EUR, 0 for JPY, 3 for KWD. */
    public int decimals() {
        return decimals(value);
    }

    private static int decimals(String code) {
        try {
            return code.length() == 3 ? Currency.getInstance(code).getDefaultFractionDigits() : -1;
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }
}
