package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.TemplateId;
import org.jspecify.annotations.Nullable;

/**
 * A saved view over transactions.
 *
 * @param type a label
 * @param template the categories it can give; null: none
 * @param rules what it shows
 * @param tracksBalances whether it has balances
 */
public record Ledger(
        LedgerId id,
        String name,
        LedgerType type,
        @Nullable TemplateId template,
        LedgerRules rules,
        boolean tracksBalances) {}
