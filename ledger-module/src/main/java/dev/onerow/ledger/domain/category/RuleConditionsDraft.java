package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.CanonicalJson;
import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.Checked.Findings;
import dev.onerow.ledger.domain.DecimalLimit;
import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.Members;
import dev.onerow.ledger.domain.Spelling;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of a rule as somebody wrote them: each may be missing or wrong. */
public record RuleConditionsDraft(
        @Nullable String merchantPattern,
        @Nullable String merchantMatchType,
        @Nullable String notesPattern,
        @Nullable String notesMatchType,
        @Nullable List<String> accountIds,
        @Nullable String minAmount,
        @Nullable String maxAmount,
        @Nullable Boolean isIncome,
        @Nullable Boolean isExpense) {

    private static final int MOST_ACCOUNTS = 500;

    /**
     * Checks all members together.
     *
     * @param pointer JSON pointer to the conditions
     */
    public Checked<RuleConditions> check(String pointer) {
        Findings findings = new Findings();
        Optional<TextCondition> merchant = text(findings, pointer + "/merchant", merchantPattern, merchantMatchType);
        Optional<TextCondition> notes = text(findings, pointer + "/notes", notesPattern, notesMatchType);
        Optional<BigDecimal> min = limit(findings, pointer + "/min_amount", minAmount);
        Optional<BigDecimal> max = limit(findings, pointer + "/max_amount", maxAmount);
        Optional<Set<AccountId>> accounts = accounts(findings, pointer + "/account_ids");
        return findings.result(() -> new RuleConditions(
                merchant.orElse(null),
                notes.orElse(null),
                accounts.orElse(null),
                min.orElse(null),
                max.orElse(null),
                isIncome,
                isExpense));
    }

    /** The conditions that a stored JSON object says. */
    public static RuleConditionsDraft of(Map<String, ?> members) {
        return new RuleConditionsDraft(
                Members.text(members, "merchant_pattern"),
                Members.text(members, "merchant_match_type"),
                Members.text(members, "notes_pattern"),
                Members.text(members, "notes_match_type"),
                Members.texts(members, "account_ids"),
                Members.text(members, "min_amount"),
                Members.text(members, "max_amount"),
                Members.bool(members, "is_income"),
                Members.bool(members, "is_expense"));
    }

    /** Canonical JSON of what is set, words in snake_case. */
    public String json() {
        Map<String, Object> members = new HashMap<>();
        Members.put(members, "merchant_pattern", merchantPattern);
        Members.put(members, "merchant_match_type", word(merchantMatchType));
        Members.put(members, "notes_pattern", notesPattern);
        Members.put(members, "notes_match_type", word(notesMatchType));
        Members.put(members, "account_ids", accountIds);
        Members.put(members, "min_amount", minAmount);
        Members.put(members, "max_amount", maxAmount);
        Members.put(members, "is_income", isIncome);
        Members.put(members, "is_expense", isExpense);
        return CanonicalJson.write(members);
    }

    private static @Nullable String word(@Nullable String matchType) {
        return matchType == null
                ? null
                : Spelling.find(MatchType.class, matchType).map(MatchType::word).orElse(matchType);
    }

    private static Optional<TextCondition> text(
            Findings findings, String pointer, @Nullable String pattern, @Nullable String matchType) {
        Optional<MatchType> type =
                matchType == null ? Optional.of(MatchType.CONTAINS) : Spelling.find(MatchType.class, matchType);
        findings.require(
                type.isPresent(),
                pointer + "_match_type",
                "unknown-word",
                "One of " + Spelling.words(MatchType.class) + ".");
        return pattern == null || type.isEmpty()
                ? Optional.empty()
                : findings.take(pointer + "_pattern", TextCondition.of(pattern, type.get()));
    }

    private static Optional<BigDecimal> limit(Findings findings, String pointer, @Nullable String text) {
        return text == null ? Optional.empty() : findings.take(pointer, DecimalLimit.read(text));
    }

    private Optional<Set<AccountId>> accounts(Findings findings, String pointer) {
        if (accountIds == null) {
            return Optional.empty();
        }
        boolean areKeys = accountIds.size() <= MOST_ACCOUNTS
                && accountIds.stream().allMatch(id -> id != null && KeyForm.matches(id));
        findings.require(areKeys, pointer, "invalid-key", "At most " + MOST_ACCOUNTS + " account ids.");
        return areKeys
                ? Optional.of(new LinkedHashSet<>(
                        accountIds.stream().map(AccountId::new).toList()))
                : Optional.empty();
    }
}
