package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.CanonicalJson;
import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.Checked.Findings;
import dev.onerow.ledger.domain.DecimalLimit;
import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.Members;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which transactions a ledger shows, as somebody wrote it: what is missing or null sets no limit. */
public record LedgerRules(
        @Nullable Boolean includeAll,
        @Nullable List<String> includeAccountIds,
        @Nullable List<String> excludeAccountIds,
        @Nullable DateRange dateRange,
        @Nullable String minAmount,
        @Nullable String maxAmount,
        @Nullable Boolean excludeSmallAmounts,
        @Nullable String smallAmountThreshold,
        @Nullable Boolean includeFlowIn,
        @Nullable Boolean includeFlowOut,
        @Nullable Boolean includeNeutral,
        @Nullable List<String> includeCategories,
        @Nullable List<String> excludeCategories,
        @Nullable List<String> includeTags,
        @Nullable List<String> excludeTags) {

    private static final int MOST_MEMBERS = 500;
    private static final int LONGEST_TAG = 100;

    /** Rules that show everything. */
    public static LedgerRules everything() {
        return new LedgerRules(
                true, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The rules that a stored JSON object says. */
    public static LedgerRules of(Map<String, ?> members) {
        return new LedgerRules(
                Members.bool(members, "include_all"),
                Members.texts(members, "include_account_ids"),
                Members.texts(members, "exclude_account_ids"),
                members.get("date_range") instanceof Map<?, ?> range ? DateRange.of(range) : null,
                Members.text(members, "min_amount"),
                Members.text(members, "max_amount"),
                Members.bool(members, "exclude_small_amounts"),
                Members.text(members, "small_amount_threshold"),
                Members.bool(members, "include_flow_in"),
                Members.bool(members, "include_flow_out"),
                Members.bool(members, "include_neutral"),
                Members.texts(members, "include_categories"),
                Members.texts(members, "exclude_categories"),
                Members.texts(members, "include_tags"),
                Members.texts(members, "exclude_tags"));
    }

    /** Canonical JSON of what is set. */
    public String json() {
        Map<String, Object> members = new HashMap<>();
        Members.put(members, "include_all", includeAll);
        Members.put(members, "include_account_ids", includeAccountIds);
        Members.put(members, "exclude_account_ids", excludeAccountIds);
        Members.put(members, "date_range", dateRange == null ? null : dateRange.members());
        Members.put(members, "min_amount", minAmount);
        Members.put(members, "max_amount", maxAmount);
        Members.put(members, "exclude_small_amounts", excludeSmallAmounts);
        Members.put(members, "small_amount_threshold", smallAmountThreshold);
        Members.put(members, "include_flow_in", includeFlowIn);
        Members.put(members, "include_flow_out", includeFlowOut);
        Members.put(members, "include_neutral", includeNeutral);
        Members.put(members, "include_categories", includeCategories);
        Members.put(members, "exclude_categories", excludeCategories);
        Members.put(members, "include_tags", includeTags);
        Members.put(members, "exclude_tags", excludeTags);
        return CanonicalJson.write(members);
    }

    /** Checks all members together, except the days, which check themselves. */
    public Checked<LedgerRules> check() {
        Findings findings = new Findings();
        requireKeys(findings, "/include_account_ids", includeAccountIds);
        requireKeys(findings, "/exclude_account_ids", excludeAccountIds);
        requireKeys(findings, "/include_categories", includeCategories);
        requireKeys(findings, "/exclude_categories", excludeCategories);
        requireTags(findings, "/include_tags", includeTags);
        requireTags(findings, "/exclude_tags", excludeTags);
        requireLimit(findings, "/min_amount", minAmount);
        requireLimit(findings, "/max_amount", maxAmount);
        requireLimit(findings, "/small_amount_threshold", smallAmountThreshold);
        findings.require(
                !Boolean.TRUE.equals(excludeSmallAmounts) || smallAmountThreshold != null,
                "/small_amount_threshold",
                "missing",
                "Without a threshold no amount is small.");
        return findings.result(() -> this);
    }

    /** What these rules let through on a day. */
    public LedgerFilter on(LocalDate today) {
        boolean allAccounts = !Boolean.FALSE.equals(includeAll);
        String small = Boolean.TRUE.equals(excludeSmallAmounts) ? smallAmountThreshold : null;
        return new LedgerFilter(
                allAccounts ? Set.of() : asSet(includeAccountIds),
                allAccounts ? Set.of() : asSet(excludeAccountIds),
                dateRange == null ? LedgerFilter.FIRST_DAY : dateRange.first(today),
                dateRange == null ? LedgerFilter.LAST_DAY : dateRange.last(today),
                AmountLimits.between(minAmount, small, maxAmount),
                !Boolean.FALSE.equals(includeFlowIn),
                !Boolean.FALSE.equals(includeFlowOut),
                !Boolean.FALSE.equals(includeNeutral),
                asSet(includeCategories),
                asSet(excludeCategories),
                asSet(includeTags),
                asSet(excludeTags));
    }

    /** Whether a text can be a tag: not blank, at most 100 characters. */
    public static boolean isTag(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TAG;
    }

    private static Set<String> asSet(@Nullable List<String> values) {
        return new HashSet<>(Objects.requireNonNullElse(values, List.of()));
    }

    private static void requireKeys(Findings findings, String pointer, @Nullable List<String> keys) {
        requireList(findings, pointer, keys, KeyForm::matches, "keys, each 1 to 64 of A-Z a-z 0-9 . _ : -");
    }

    private static void requireTags(Findings findings, String pointer, @Nullable List<String> tags) {
        requireList(
                findings,
                pointer,
                tags,
                LedgerRules::isTag,
                "tags of 1 to " + LONGEST_TAG + " characters, none of them blank.");
    }

    private static void requireList(
            Findings findings, String pointer, @Nullable List<String> values, Predicate<String> form, String elements) {
        boolean isSound = values == null
                || (values.size() <= MOST_MEMBERS && values.stream().allMatch(each -> each != null && form.test(each)));
        findings.require(isSound, pointer, "invalid-list", "At most " + MOST_MEMBERS + " " + elements);
    }

    private static void requireLimit(Findings findings, String pointer, @Nullable String limit) {
        if (limit != null) {
            findings.take(pointer, DecimalLimit.read(limit));
        }
    }
}
