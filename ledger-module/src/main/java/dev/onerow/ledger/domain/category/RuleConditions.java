package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Money;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction must be like for a rule to catch it: all that is not null, together. Nothing set catches
 * everything.
 *
 * @param merchant what its merchant must meet
 * @param notes what its notes must meet
 * @param accounts the accounts it must be of; an empty set is met by none
 * @param minAmount the least absolute amount
 * @param maxAmount the greatest absolute amount
 * @param isIncome whether its amount must be positive (true) or must not be (false)
 * @param isExpense whether its amount must be negative (true) or must not be (false)
 */
public record RuleConditions(
        @Nullable TextCondition merchant,
        @Nullable TextCondition notes,
        @Nullable Set<AccountId> accounts,
        @Nullable BigDecimal minAmount,
        @Nullable BigDecimal maxAmount,
        @Nullable Boolean isIncome,
        @Nullable Boolean isExpense) {

    /** Copies the accounts. */
    public RuleConditions {
        accounts = accounts == null ? null : Set.copyOf(accounts);
    }

    /** Whether a transaction meets them all. */
    public boolean areMetBy(Subject subject) {
        return (accounts == null || accounts.contains(subject.account()))
                && signIsMetBy(subject.amount())
                && sizeIsMetBy(subject.amount())
                && (merchant == null || merchant.isMetBy(subject.merchant()))
                && (notes == null || notes.isMetBy(subject.notes()));
    }

    private boolean signIsMetBy(Money amount) {
        return (isIncome == null || isIncome == (amount.minorUnits() > 0))
                && (isExpense == null || isExpense == (amount.minorUnits() < 0));
    }

    private boolean sizeIsMetBy(Money amount) {
        if (minAmount == null && maxAmount == null) {
            return true;
        }
        BigDecimal size = BigDecimal.valueOf(
                Math.abs(amount.minorUnits()), amount.currency().decimals());
        return (minAmount == null || size.compareTo(minAmount) >= 0)
                && (maxAmount == null || size.compareTo(maxAmount) <= 0);
    }
}
