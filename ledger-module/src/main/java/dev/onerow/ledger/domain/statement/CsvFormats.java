package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Parsed;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How dates, times and numbers are printed.
 *
 * @param dateFormat the pattern of dates
 * @param timeFormat the pattern of times
 * @param decimalSeparator what stands before the decimals
 * @param groupingSeparator what stands between groups of digits; empty when nothing does
 */
public record CsvFormats(
        DateTimePattern dateFormat, DateTimePattern timeFormat, char decimalSeparator, String groupingSeparator) {

    /** Reads an amount: a sign before or after it, parentheses for a negative one, the currency around it. */
    Parsed<Money> amount(String text, CurrencyCode currency) {
        String bare = withoutCode(withoutSymbols(text), currency.value());
        boolean inParentheses = bare.startsWith("(") && bare.endsWith(")") && bare.length() > 2;
        boolean trailingMinus = bare.endsWith("-") && bare.length() > 1;
        if (inParentheses) {
            bare = "-" + bare.substring(1, bare.length() - 1);
        } else if (trailingMinus) {
            bare = "-" + bare.substring(0, bare.length() - 1);
        }
        int decimals = bare.indexOf(decimalSeparator);
        String whole = decimals < 0 ? bare : bare.substring(0, decimals);
        String rest = decimals < 0 ? "" : "." + bare.substring(decimals + 1);
        String digits = ungrouped(whole);
        // A point that still stands there is another notation's: 1.000 is not 1.00 where a comma is the separator.
        return digits.indexOf('.') >= 0
                ? Refusals.unreadable("amount", text)
                // What is no digit by now makes it unreadable, a second decimal separator too.
                : Amounts.read(text, digits + rest, currency);
    }

    /** Without separators that stand between thousands, or as in India; elsewhere they stay: they mean something else. */
    private String ungrouped(String whole) {
        if (groupingSeparator.isEmpty()) {
            return whole;
        }
        String separator = isBlank(groupingSeparator) ? " " : groupingSeparator;
        boolean isSigned = whole.startsWith("-") || whole.startsWith("+");
        String digits = whole.substring(isSigned ? 1 : 0).strip();
        List<String> groups = List.of(digits.split(Pattern.quote(separator), -1));
        return isGrouped(groups) ? whole.substring(0, isSigned ? 1 : 0) + String.join("", groups) : whole;
    }

    private static boolean isGrouped(List<String> groups) {
        int last = groups.size() - 1;
        List<String> middle = groups.subList(Math.min(1, last), last);
        int first = groups.get(0).length();
        boolean isByThousands = first <= 3 && middle.stream().allMatch(group -> group.length() == 3);
        boolean isIndian = first <= 2 && middle.stream().allMatch(group -> group.length() == 2);
        return last == 0 || (first > 0 && groups.get(last).length() == 3 && (isByThousands || isIndian));
    }

    void describe(Map<String, Object> members) {
        members.put("date_format", dateFormat.pattern());
        members.put("time_format", timeFormat.pattern());
        members.put("decimal_separator", String.valueOf(decimalSeparator));
        members.put("grouping_separator", groupingSeparator);
    }

    private static String withoutCode(String bare, String code) {
        String without = bare.startsWith(code)
                ? bare.substring(code.length())
                : bare.endsWith(code) ? bare.substring(0, bare.length() - code.length()) : bare;
        return without.strip();
    }

    private static boolean isBlank(String separator) {
        return separator.chars().allMatch(c -> Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    private static String withoutSymbols(String text) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = Character.isSpaceChar(c) || Character.isWhitespace(c);
            boolean isSymbol = Character.getType(c) == Character.CURRENCY_SYMBOL;
            if (!isSymbol) {
                // One minus sign and one blank, whichever of Unicode's the bank prints.
                bare.append(c == '\u2212' ? '-' : isSpace ? ' ' : c);
            }
        }
        return bare.toString().strip();
    }
}
