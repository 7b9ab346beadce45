package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Parsed;

/** Reads what statements print as an amount, once their separators have been put right. */
final class Amounts {
    private static final int LONGEST = 60;

    private Amounts() {}

    /**
     * Reads a decimal with a point, also {@code .5} and {@code 5.}
     *
     * @param printed the text as printed, for the sentence that refuses it
     * @param decimal the same with a point for the decimals and nothing between groups
     */
    static Parsed<Money> read(String printed, String decimal, CurrencyCode currency) {
        if (decimal.length() > LONGEST) {
            return Refusals.unreadable("amount", printed);
        }
        return Money.read(withDigitsAroundPoint(decimal), currency)
                .either(
                        Parsed::of,
                        no -> no.code().equals("not-a-decimal") ? Refusals.unreadable("amount", printed) : no);
    }

    private static String withDigitsAroundPoint(String decimal) {
        String signed = decimal.replaceFirst("^([+-]?)\\.(?=[0-9])", "$10.");
        return signed.endsWith(".") && signed.length() > 1 ? signed.substring(0, signed.length() - 1) : signed;
    }
}
