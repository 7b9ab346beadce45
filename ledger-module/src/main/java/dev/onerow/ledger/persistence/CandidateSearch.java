package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.ledger.domain.identity.Attestation;
import dev.onerow.ledger.domain.identity.Candidate;
import dev.onerow.ledger.domain.identity.KnownTransaction;
import dev.onerow.ledger.domain.identity.NormalisedText;
import dev.onerow.ledger.domain.view.LedgerFilter;
import dev.onerow.persistence.Json;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the stored transactions that rows of a file may be, in a number of statements that grows with the chunks. */
@Singleton
final class CandidateSearch {
    private static final int DAYS_AROUND = 3;

    private final CandidateReads reads;
    private final TransactionReads transactions;
    private final AttestationReads attestations;
    private final AccountReads accounts;

    CandidateSearch(
            CandidateReads reads, TransactionReads transactions, AttestationReads attestations, AccountReads accounts) {
        this.reads = reads;
        this.transactions = transactions;
        this.attestations = attestations;
        this.accounts = accounts;
    }

    List<KnownTransaction> of(AccountId account, List<Candidate> rows, boolean statedInRows) {
        Set<String> ids = new LinkedHashSet<>();
        for (List<Candidate> some : Writes.chunks(byDate(rows))) {
            collect(account.value(), some, ids);
        }
        boolean balancesMatter = statedInRows && rows.stream().anyMatch(row -> row.balance() != null);
        CurrencyCode currency = accounts.findById(account.value())
                .map(row -> row.stored().value().currency())
                .orElseThrow();
        List<KnownTransaction> known = new ArrayList<>(ids.size());
        for (List<String> some : Writes.chunks(ids)) {
            Map<String, List<Attestation>> vouching = vouching(some);
            Map<String, Long> stated = balancesMatter ? stated(some, currency) : Map.of();
            transactions
                    .findByIdIn(some)
                    .forEach(row -> known.add(known(
                            row.stored(),
                            vouching.getOrDefault(row.id(), List.of()),
                            statedInRows ? stated.get(row.id()) : row.balance())));
        }
        return known;
    }

    private void collect(String account, List<Candidate> rows, Set<String> ids) {
        List<String> fingerprints =
                rows.stream().map(row -> row.fingerprint().value()).distinct().toList();
        List<String> externalIds = rows.stream()
                .map(Candidate::externalId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        ids.addAll(reads.byFingerprint(account, fingerprints));
        ids.addAll(reads.byAttestedFingerprint(account, fingerprints));
        if (!externalIds.isEmpty()) {
            ids.addAll(reads.byExternalId(account, externalIds));
            ids.addAll(reads.byAttestedExternalId(account, externalIds));
        }
        List<Long> amounts = rows.stream().map(Candidate::amount).distinct().toList();
        ids.addAll(reads.unattested(account, before(rows.get(0)), behind(rows.get(rows.size() - 1)), amounts));
    }

    private static LocalDate before(Candidate row) {
        boolean isNearTheFirst = row.date().isBefore(LedgerFilter.FIRST_DAY.plusDays(DAYS_AROUND));
        return isNearTheFirst ? LedgerFilter.FIRST_DAY : row.date().minusDays(DAYS_AROUND);
    }

    private static LocalDate behind(Candidate row) {
        boolean isNearTheLast = row.date().isAfter(LedgerFilter.LAST_DAY.minusDays(DAYS_AROUND));
        return isNearTheLast ? LedgerFilter.LAST_DAY : row.date().plusDays(DAYS_AROUND);
    }

    private Map<String, List<Attestation>> vouching(List<String> ids) {
        Map<String, List<Attestation>> vouching = new HashMap<>();
        attestations
                .findByTransactionIdIn(ids)
                .forEach(row -> vouching.computeIfAbsent(row.transactionId(), none -> new ArrayList<>())
                        .add(row.attestation()));
        return vouching;
    }

    /** What rows stated; where two stated different balances, neither says which transaction it is. */
    private Map<String, Long> stated(Collection<String> ids, CurrencyCode currency) {
        Map<String, Set<Long>> all = new HashMap<>();
        reads.stated(List.copyOf(ids)).forEach(row -> {
            Object balance = Trees.members(Json.stored(row.parsedData())).get("stated_balance");
            if (balance instanceof String text) {
                Money.read(text, currency)
                        .either(
                                money -> all.computeIfAbsent(row.transactionId(), none -> new LinkedHashSet<>())
                                        .add(money.minorUnits()),
                                unreadable -> false);
            }
        });
        Map<String, Long> agreed = new HashMap<>();
        all.forEach((id, balances) -> {
            if (balances.size() == 1) {
                agreed.put(id, balances.iterator().next());
            }
        });
        return agreed;
    }

    private static KnownTransaction known(
            Stored<Booking> stored, List<Attestation> attestations, @Nullable Long balance) {
        Booking booking = stored.value();
        Entry entry = booking.entry();
        return new KnownTransaction(
                new TransactionId(entry.id().value()),
                entry.date(),
                entry.amount(),
                NormalisedText.of(entry.merchant(), entry.notes()),
                booking.birth().fingerprint(),
                booking.birth().occurrence(),
                entry.externalId(),
                balance,
                attestations);
    }

    private static List<Candidate> byDate(List<Candidate> rows) {
        return rows.stream().sorted(Comparator.comparing(Candidate::date)).toList();
    }
}
