package dev.onerow.ledger.web;

import dev.onerow.ledger.application.ViewLedger;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.category.Mapping;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction in a ledger as it is shown: a top level alone is no category yet. */
@Serdeable
record ShownView(
        String id,
        String accountId,
        String date,
        String bookingTime,
        String amount,
        String currencyCode,
        @Nullable String merchant,
        @Nullable String notes,
        @Nullable String balance,
        int sequenceNumber,
        String flow,
        boolean isNeutral,
        @Nullable String externalId,
        String fingerprint,
        int occurrenceNumber,
        String origin,
        boolean locked,
        int year,
        int month,
        int day,
        @Nullable String categoryId,
        List<String> tags,
        @Nullable String assignedBy,
        @Nullable String ruleId,
        @Nullable Long ruleVersion,
        boolean isCategorised,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static ShownView of(ViewLedger.Shown shown, CurrencyCode currency) {
        TransactionView plain = TransactionView.of(shown.booking(), currency);
        Mapping mapping = shown.mapping();
        return new ShownView(
                plain.id(),
                plain.accountId(),
                plain.date(),
                plain.bookingTime(),
                plain.amount(),
                plain.currencyCode(),
                plain.merchant(),
                plain.notes(),
                plain.balance(),
                plain.sequenceNumber(),
                plain.flow(),
                plain.isNeutral(),
                plain.externalId(),
                plain.fingerprint(),
                plain.occurrenceNumber(),
                plain.origin(),
                plain.locked(),
                plain.year(),
                plain.month(),
                plain.day(),
                mapping == null || !shown.isCategorised()
                        ? null
                        : mapping.category().value(),
                mapping == null ? List.of() : mapping.tags(),
                mapping == null ? null : mapping.assignedBy().word(),
                mapping == null || mapping.rule() == null
                        ? null
                        : mapping.rule().value(),
                mapping == null ? null : mapping.ruleVersion(),
                shown.isCategorised(),
                plain.version(),
                plain.createdAt(),
                plain.updatedAt());
    }
}
