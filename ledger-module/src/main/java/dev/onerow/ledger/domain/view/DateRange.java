package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.Checked.Findings;
import dev.onerow.ledger.domain.Members;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days that a ledger shows, both ends included: fixed ones, or the last ones up to today.
 *
 * @param startDate the first day of a fixed range; null: from the beginning
 * @param endDate the last day of a fixed range; null: for ever
 * @param isRelative whether the range ends today
 * @param relativeDays how many days before today a relative range begins
 */
public record DateRange(
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable Boolean isRelative,
        @Nullable Integer relativeDays) {

    private static final int MOST_DAYS = 36_525;
    private static final String FORM = "YYYY-MM-DD";

    static DateRange of(Map<?, ?> members) {
        return new DateRange(
                Members.text(members, "start_date"),
                Members.text(members, "end_date"),
                Members.bool(members, "is_relative"),
                members.get("relative_days") instanceof Number days ? days.intValue() : null);
    }

    Map<String, Object> members() {
        Map<String, Object> members = new HashMap<>();
        Members.put(members, "start_date", startDate);
        Members.put(members, "end_date", endDate);
        Members.put(members, "is_relative", isRelative);
        Members.put(members, "relative_days", relativeDays);
        return members;
    }

    /** Checks all members together. */
    public Checked<DateRange> check() {
        Findings findings = new Findings();
        check(findings, "");
        return findings.result(() -> this);
    }

    void check(Findings findings, String pointer) {
        if (relative()) {
            findings.require(
                    relativeDays != null && relativeDays >= 0 && relativeDays <= MOST_DAYS,
                    pointer + "/relative_days",
                    "out-of-range",
                    "0 to " + MOST_DAYS + ".");
            return;
        }
        requireDate(findings, pointer + "/start_date", startDate);
        requireDate(findings, pointer + "/end_date", endDate);
    }

    LocalDate first(LocalDate today) {
        return relative()
                ? today.minusDays(Objects.requireNonNullElse(relativeDays, 0))
                : day(startDate).orElse(LedgerFilter.FIRST_DAY);
    }

    LocalDate last(LocalDate today) {
        return relative() ? today : day(endDate).orElse(LedgerFilter.LAST_DAY);
    }

    private boolean relative() {
        return Boolean.TRUE.equals(isRelative);
    }

    private static void requireDate(Findings findings, String pointer, @Nullable String text) {
        findings.require(
                text == null || day(text).isPresent(),
                pointer,
                "invalid-date",
                "A date is YYYY-MM-DD, in the years 1 to 9999.");
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        if (text == null || text.length() != FORM.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(LedgerFilter.FIRST_DAY));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
