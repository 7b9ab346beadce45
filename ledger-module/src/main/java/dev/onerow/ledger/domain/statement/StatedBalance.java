package dev.onerow.ledger.domain.statement;

import java.time.LocalDate;

/**
 * A balance that a statement states.
 *
 * @param amount in minor units of the account's currency
 * @param date the day at whose end it holds
 */
public record StatedBalance(long amount, LocalDate date) {}
