package dev.onerow.ledger.domain.statement;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What one record of a statement says, amounts in minor units of the account's currency.
 *
 * @param date the booking date as printed, without any zone
 * @param time the booking time as printed, to the second; midnight when the file has none
 * @param amount money in is positive, money out negative; never 0
 * @param merchant the other party; not blank
 * @param notes what else the bank says; not blank
 * @param externalId the bank's own identifier; not blank
 * @param balance the balance after this record, when the file states one
 * @param principal the part of a loan payment that pays the loan off, when the file states it
 * @param isNeutral whether the source flags it as money changing places
 */
public record StatementEntry(
        LocalDate date,
        LocalTime time,
        long amount,
        @Nullable String merchant,
        @Nullable String notes,
        @Nullable String externalId,
        @Nullable Long balance,
        @Nullable Long principal,
        boolean isNeutral) {}
