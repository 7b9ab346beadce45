package dev.onerow.ledger.domain.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The balance of an account, derived from its statements and transactions.
 *
 * @param amount in minor units
 * @param asOf the day at whose end it holds; null while there is nothing
 */
public record Balance(long amount, @Nullable LocalDate asOf) {}
