package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Parsed;
import java.util.Map;

/** Why a record of a file is no transaction. */
final class Refusals {
    private Refusals() {}

    static <T> Parsed<T> missing(String what) {
        return Parsed.refused(what + "-missing", "The " + what + " is missing.");
    }

    static <T> Parsed<T> unreadable(String what, String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return Parsed.refused(what + "-unreadable", "The " + what + " is unreadable: " + shown);
    }

    /** Whether a value of a record is longer than one of its kind can be. */
    static boolean isTooLong(Map<String, String> found) {
        String id = found.getOrDefault("external_id", "");
        return id.codePointCount(0, id.length()) > Limits.EXTERNAL_ID
                || found.values().stream().anyMatch(value -> value.length() > Limits.VALUE);
    }

    static <T> Parsed<T> tooLong() {
        return Parsed.refused(
                "too-long",
                "A value has more than " + Limits.VALUE + " characters, or the bank's id more than "
                        + Limits.EXTERNAL_ID + ".");
    }

    static <T> Parsed<T> failed(String status) {
        return Parsed.refused("status-failed", "The status says that it failed: " + status);
    }

    static <T> Parsed<T> otherCurrency(String stated, CurrencyCode currency) {
        String shown = stated.length() > 10 ? stated.substring(0, 10) + "..." : stated;
        return Parsed.refused(
                "other-currency", "The currency is " + shown + ", the account's is " + currency.value() + ".");
    }

    static Parsed<Money> notZero(Money amount) {
        return amount.minorUnits() == 0 ? Parsed.refused("amount-zero", "The amount is zero.") : Parsed.of(amount);
    }
}
