package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Money;
import org.jspecify.annotations.Nullable;

/** A transaction as a rule sees it. */
public record Subject(
        AccountId account,
        Money amount,
        Flow flow,
        @Nullable String merchant,
        @Nullable String notes) {}
