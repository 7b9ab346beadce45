package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.Checked.Findings;
import dev.onerow.ledger.domain.Parsed;
import dev.onerow.ledger.domain.Spelling;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CSV profile as somebody wrote it: every member may be missing and then has its default, or be wrong. */
public record CsvProfileDraft(
        @Nullable String delimiter,
        @Nullable String quote,
        @Nullable String encoding,
        @Nullable Integer headerRows,
        @Nullable Integer footerRows,
        @Nullable String dateFormat,
        @Nullable String timeFormat,
        @Nullable String decimalSeparator,
        @Nullable String groupingSeparator,
        @Nullable String sign,
        @Nullable List<String> debitValues,
        @Nullable Map<String, Object> columns,
        @Nullable List<String> failedStatuses,
        @Nullable List<String> neutralValues,
        @Nullable String rowOrder,
        @Nullable Boolean externalIdsStable,
        @Nullable Boolean balanceIdentifies) {

    private static final int MOST_LINES_AROUND = 1_000;

    /** Checks all members together, and that a file can fit them, and fills in the defaults. */
    public Checked<CsvProfile> check() {
        Findings findings = new Findings();
        requireUse(findings);
        return check(findings);
    }

    /** The same of a profile that is stored: one that no file can fit stays what it is. */
    public Checked<CsvProfile> checkStored() {
        return check(new Findings());
    }

    private Checked<CsvProfile> check(Findings findings) {
        Optional<CsvLayout> layout = layout(findings);
        Optional<CsvFormats> formats = formats(findings);
        Optional<AmountSign> amountSign = findings.take("/sign", word(AmountSign.class, sign, AmountSign.AS_IS));
        Optional<RowOrder> order = findings.take("/row_order", word(RowOrder.class, rowOrder, RowOrder.NEWEST_FIRST));
        Map<CsvColumn, ColumnReference> references = columns(findings);
        List<String> outWords = words(findings, "/debit_values", debitValues);
        List<String> failed = words(findings, "/failed_statuses", failedStatuses);
        List<String> neutral = words(findings, "/neutral_values", neutralValues);
        amountSign.ifPresent(known -> requireColumns(findings, known, outWords));
        return findings.result(() -> new CsvProfile(
                layout.orElseThrow(),
                formats.orElseThrow(),
                amountSign.orElseThrow(),
                outWords,
                references,
                failed,
                neutral,
                order.orElseThrow(),
                Objects.requireNonNullElse(externalIdsStable, true),
                Objects.requireNonNullElse(balanceIdentifies, true)));
    }

    private void requireUse(Findings findings) {
        requireNoDigit(findings, "/decimal_separator", decimalSeparator);
        requireNoDigit(findings, "/grouping_separator", groupingSeparator);
        if (Objects.equals(headerRows, 0)) {
            Objects.requireNonNullElse(columns, Map.<String, Object>of())
                    .forEach((name, place) -> findings.require(
                            !(place instanceof String),
                            pointer(name),
                            "no-header",
                            "Without header rows a column has a number."));
        }
    }

    private static void requireNoDigit(Findings findings, String pointer, @Nullable String separator) {
        findings.require(
                separator == null || separator.chars().noneMatch(Character::isDigit),
                pointer,
                "is-digit",
                "A digit stands for itself.");
    }

    private Optional<CsvLayout> layout(Findings findings) {
        Optional<Character> between = findings.take("/delimiter", character(delimiter, ','));
        Optional<Character> around = Objects.equals(quote, "")
                ? Optional.of(CsvLayout.NO_QUOTE)
                : findings.take("/quote", character(quote, '"'));
        Optional<Charset> charset = findings.take("/encoding", charset(encoding));
        int before = Objects.requireNonNullElse(headerRows, 1);
        int after = Objects.requireNonNullElse(footerRows, 0);
        requireFew(findings, "/header_rows", before);
        requireFew(findings, "/footer_rows", after);
        findings.require(
                between.isEmpty() || !between.equals(around),
                "/quote",
                "same-as-delimiter",
                "Quote and delimiter are the same character.");
        return between.isPresent() && around.isPresent() && charset.isPresent()
                ? Optional.of(new CsvLayout(between.get(), around.get(), charset.get(), before, after))
                : Optional.empty();
    }

    private Optional<CsvFormats> formats(Findings findings) {
        Optional<DateTimePattern> dates = findings.take(
                "/date_format", DateTimePattern.ofDates(Objects.requireNonNullElse(dateFormat, "yyyy-MM-dd")));
        Optional<DateTimePattern> times = findings.take(
                "/time_format", DateTimePattern.ofTimes(Objects.requireNonNullElse(timeFormat, "HH:mm:ss")));
        Optional<Character> decimals = findings.take("/decimal_separator", character(decimalSeparator, '.'));
        String grouping = Objects.requireNonNullElse(groupingSeparator, "");
        findings.require(grouping.length() <= 1, "/grouping_separator", "not-one-character", "One character, or none.");
        findings.require(
                decimals.isEmpty() || !grouping.equals(String.valueOf(decimals.get())),
                "/grouping_separator",
                "same-as-decimal-separator",
                "Grouping and decimal separator are the same character.");
        return dates.isPresent() && times.isPresent() && decimals.isPresent()
                ? Optional.of(new CsvFormats(dates.get(), times.get(), decimals.get(), grouping))
                : Optional.empty();
    }

    private Map<CsvColumn, ColumnReference> columns(Findings findings) {
        Map<CsvColumn, ColumnReference> references = new EnumMap<>(CsvColumn.class);
        Objects.requireNonNullElse(columns, Map.<String, Object>of()).forEach((name, place) -> {
            String pointer = pointer(name);
            Spelling.find(CsvColumn.class, name)
                    .ifPresentOrElse(
                            column -> findings.take(pointer, reference(place))
                                    .ifPresent(reference -> references.put(column, reference)),
                            () -> findings.add(
                                    pointer, "unknown-column", "One of " + Spelling.words(CsvColumn.class) + "."));
        });
        return references;
    }

    private static String pointer(String column) {
        return "/columns/" + column.replace("~", "~0").replace("/", "~1");
    }

    private void requireColumns(Findings findings, AmountSign sign, List<String> debitWords) {
        requireColumn(findings, CsvColumn.DATE);
        if (sign == AmountSign.DEBIT_CREDIT) {
            requireColumn(findings, CsvColumn.DEBIT);
            requireColumn(findings, CsvColumn.CREDIT);
        } else {
            requireColumn(findings, CsvColumn.AMOUNT);
        }
        if (sign == AmountSign.DIRECTION) {
            requireColumn(findings, CsvColumn.DIRECTION);
            findings.require(
                    !debitWords.isEmpty(), "/debit_values", "missing", "The words that mean money out are missing.");
        }
    }

    private void requireColumn(Findings findings, CsvColumn column) {
        findings.require(
                isNamed(column),
                "/columns/" + column.word(),
                "missing",
                "The column of the " + column.word() + " is missing.");
    }

    private boolean isNamed(CsvColumn column) {
        return Objects.requireNonNullElse(columns, Map.<String, Object>of()).keySet().stream()
                .anyMatch(name -> Spelling.find(CsvColumn.class, name)
                        .filter(column::equals)
                        .isPresent());
    }

    private static void requireFew(Findings findings, String pointer, int rows) {
        findings.require(
                rows >= 0 && rows <= MOST_LINES_AROUND, pointer, "out-of-range", "0 to " + MOST_LINES_AROUND + ".");
    }

    private static Parsed<ColumnReference> reference(@Nullable Object place) {
        if (place instanceof String header && !header.isBlank()) {
            return Parsed.of(ColumnReference.under(header));
        }
        if (place instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= 1
                && number.intValue() <= Limits.COLUMNS) {
            return Parsed.of(ColumnReference.at(number.intValue()));
        }
        return Parsed.refused("invalid-column", "A header, or a number from 1 to " + Limits.COLUMNS + ".");
    }

    private static List<String> words(Findings findings, String pointer, @Nullable List<String> words) {
        List<String> given = Objects.requireNonNullElse(words, List.of());
        boolean isSensible = given.size() <= 100
                && given.stream().allMatch(word -> word != null && !word.isBlank() && word.length() <= 200);
        findings.require(
                isSensible, pointer, "invalid-words", "At most 100 words of 1 to 200 characters, none of them blank.");
        return isSensible ? given : List.of();
    }

    private static Parsed<Character> character(@Nullable String text, char otherwise) {
        if (text == null) {
            return Parsed.of(otherwise);
        }
        boolean isLineEnd = text.equals("\n") || text.equals("\r") || text.equals("\0");
        return text.length() == 1 && !isLineEnd
                ? Parsed.of(text.charAt(0))
                : Parsed.refused("not-one-character", "Exactly one character, and no line end.");
    }

    private static Parsed<Charset> charset(@Nullable String name) {
        try {
            return Parsed.of(Charset.forName(Objects.requireNonNullElse(name, "UTF-8")));
        } catch (IllegalArgumentException unknown) {
            return Parsed.refused("unknown-encoding", "Not an encoding that is known here.");
        }
    }

    private static <E extends Enum<E>> Parsed<E> word(Class<E> type, @Nullable String text, E otherwise) {
        return text == null
                ? Parsed.of(otherwise)
                : Spelling.find(type, text)
                        .map(Parsed::of)
                        .orElseGet(() -> Parsed.refused("unknown-word", "One of " + Spelling.words(type) + "."));
    }
}
