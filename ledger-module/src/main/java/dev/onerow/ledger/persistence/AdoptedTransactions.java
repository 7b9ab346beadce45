package dev.onerow.ledger.persistence;

import static java.util.stream.Collectors.toMap;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Sha256;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Booking.Birth;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.ledger.domain.booking.Origin;
import dev.onerow.ledger.domain.identity.NormalisedText;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Transactions of older ledgers: those that look alike are told apart by their order there. */
@Singleton
final class AdoptedTransactions implements Adoption<AdoptedTransactions.OldTransaction> {
    static final String TABLE = "transactions";
    private static final OldShape SHAPE = new OldShape(
            45,
            TABLE,
            Set.of("id", "account_id", "date", "amount"),
            Set.of(
                    "booking_time",
                    "time",
                    "merchant",
                    "notes",
                    "balance",
                    "sequence_number",
                    "flow",
                    "is_neutral",
                    "external_id",
                    "locked",
                    "is_locked",
                    "year",
                    "month",
                    "day",
                    "created_at",
                    "updated_at"),
            "transactions: their ids stay, equal ones are numbered");

    private final Accounts accounts;
    private final AgedRows<TransactionRow> rows;

    AdoptedTransactions(Stores stores, Accounts accounts) {
        this.accounts = accounts;
        this.rows = new AgedRows<>(
                stores.of(TransactionRow.class),
                row -> TransactionRow.of(row.stored().value()),
                TransactionRow::updatedAt);
    }

    /**
     * A transaction whose account is still to be found.
     *
     * @param likeness what it looks like, before the currency is known
     * @param occurrence its number among those that look alike
     */
    record OldTransaction(
            TransactionId id,
            AccountId account,
            LocalDate date,
            BigDecimal amount,
            Details details,
            String likeness,
            int occurrence,
            int sequence,
            Instant changedAt) {}

    /** What else is said of a transaction. */
    record Details(
            LocalTime time,
            @Nullable String merchant,
            @Nullable String notes,
            @Nullable BigDecimal balance,
            boolean isNeutral,
            @Nullable String externalId,
            boolean isLocked) {

        static Details of(OldRow row) {
            boolean isNeutral = row.has("is_neutral")
                    ? Boolean.TRUE.equals(row.truth("is_neutral"))
                    : OldLedger.word(Flow.class, row.text("flow"))
                            .filter(Flow.NEUTRAL::equals)
                            .isPresent();
            return new Details(
                    OldLedger.time(row, row.has("booking_time") ? "booking_time" : "time"),
                    OldLedger.text(row, "merchant"),
                    OldLedger.text(row, "notes"),
                    OldLedger.amount(row, "balance"),
                    isNeutral,
                    OldLedger.externalId(row),
                    Boolean.TRUE.equals(row.truth(row.has("locked") ? "locked" : "is_locked")));
        }
    }

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldTransaction> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        Optional<String> account = OldLedger.key(row, "account_id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        BigDecimal amount = OldLedger.requiredAmount(row, "amount");
        int sequence = OldLedger.small(row, "sequence_number", 0);
        if (account.isEmpty() || amount.signum() == 0 || sequence < 0) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        LocalDate date = OldLedger.date(row, "date");
        String likeness = likeness(account.get(), date, amount, row.text("merchant"), row.text("notes"));
        return Reading.kept(
                        id.get(),
                        row.rankByTime("updated_at", "created_at"),
                        new OldTransaction(
                                new TransactionId(id.get()),
                                new AccountId(account.get()),
                                date,
                                amount,
                                Details.of(row),
                                likeness,
                                row.numberAmongMates(),
                                sequence,
                                OldLedger.changedAt(row)))
                .withMates(likeness, String.format("%010d", sequence));
    }

    /** Two of one account with the same are equal in date, amount and normalised text. */
    static String likeness(
            String account, LocalDate date, BigDecimal amount, @Nullable String merchant, @Nullable String notes) {
        return Sha256.of(String.join(
                "\n",
                account,
                date.toString(),
                amount.stripTrailingZeros().toPlainString(),
                NormalisedText.of(merchant, notes)));
    }

    @Override
    public Writer<OldTransaction> writer(AdoptionRun run) {
        return old -> write(old, run);
    }

    private List<Adopted> write(List<OldTransaction> old, AdoptionRun run) {
        Map<AccountId, Account> known =
                accounts
                        .findAll(old.stream()
                                .map(OldTransaction::account)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(toMap(account -> account.value().id(), account -> account.value()));
        Map<String, Long> attested = run.mates(
                AdoptedRawRows.TABLE, old.stream().map(OldTransaction::likeness).toList());
        List<AgedRow<TransactionRow>> writable = new ArrayList<>();
        List<Boolean> isWritable = new ArrayList<>();
        for (OldTransaction one : old) {
            Account account = known.get(one.account());
            boolean isAttested = one.occurrence() <= attested.getOrDefault(one.likeness(), 0L);
            Optional<Booking> booking = account == null
                    ? Optional.empty()
                    : booking(one, account, isAttested ? Origin.IMPORT : Origin.MANUAL);
            isWritable.add(booking.isPresent());
            booking.ifPresent(it -> writable.add(new AgedRow<>(TransactionRow.of(it), one.changedAt())));
        }
        var written = rows.write(writable).iterator();
        return isWritable.stream()
                .map(is -> is ? written.next() : Adopted.refused(Reason.INVALID_VALUE))
                .toList();
    }

    private static Optional<Booking> booking(OldTransaction old, Account account, Origin origin) {
        Details details = old.details();
        return Money.of(old.amount(), account.currency())
                .either(Optional::of, no -> Optional.<Money>empty())
                .map(amount -> {
                    Entry entry = new Entry(
                            old.id(),
                            old.account(),
                            old.date(),
                            details.time(),
                            amount.minorUnits(),
                            details.merchant(),
                            details.notes(),
                            OldLedger.minorUnits(details.balance(), account.currency()),
                            details.isNeutral(),
                            details.externalId(),
                            details.isLocked());
                    return new Booking(
                            entry,
                            Flow.seenFrom(account.type(), entry.amount(), details.isNeutral()),
                            new Birth(entry.fingerprint(), old.occurrence(), old.sequence(), origin));
                });
    }
}
