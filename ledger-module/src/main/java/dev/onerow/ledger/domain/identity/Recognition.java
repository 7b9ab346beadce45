package dev.onerow.ledger.domain.identity;

import dev.onerow.ledger.domain.identity.Pairing.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the rows of one file with the stored transactions of its account. All rows go through a step before the next
 * step: by the bank's trusted identifier, by fingerprint, with what somebody entered by hand; what is left is new.
 * Within a step rows go in file order. A row is paired with at most one transaction, a transaction with at most one
 * row, except that rows which are one booking listed twice follow the first of them.
 */
public final class Recognition {
    private final boolean balanceIdentifies;
    private final TrustedIds trusted;
    private final Map<Fingerprint, OpenTwins> twins = new HashMap<>();
    private final OpenReferences references = new OpenReferences();
    private final OpenManual manual = new OpenManual();
    private final Map<Fingerprint, Integer> occurrences = new HashMap<>();
    private final Map<Integer, Pairing> found = new LinkedHashMap<>();

    private Recognition(List<Candidate> rows, Collection<KnownTransaction> known, Policy policy) {
        balanceIdentifies = policy.balanceIdentifies();
        trusted = TrustedIds.in(rows, known, policy.idsAreStable());
        known.forEach(this::open);
    }

    /**
     * How far a file says who its rows are.
     *
     * @param idsAreStable whether the bank keeps a row's identifier from export to export
     * @param balanceIdentifies whether rows with different balances are different transactions
     */
    public record Policy(boolean idsAreStable, boolean balanceIdentifies) {}

    /**
     * Pairs all rows.
     *
     * @param rows the rows of one file in file order, rejected ones left out
     * @param known every transaction of the account that shares a fingerprint or an identifier with a row, itself or
     *     by attestation, and every one without attestation that is near a row in date and equal in amount; others
     *     do no harm
     * @return one answer for each row, in file order
     */
    public static List<Pairing> of(List<Candidate> rows, Collection<KnownTransaction> known, Policy policy) {
        Recognition recognition = new Recognition(rows, known, policy);
        List<Candidate> first = recognition.withoutRepeats(rows);
        List<Candidate> afterIds = recognition.byReference(first);
        List<Candidate> afterTwins = recognition.byFingerprint(afterIds);
        recognition.byNearness(afterTwins).forEach(recognition::create);
        return rows.stream()
                .map(row -> Objects.requireNonNull(recognition.found.get(row.number())))
                .toList();
    }

    private void open(KnownTransaction transaction) {
        transaction
                .fingerprints()
                .forEach(fingerprint -> twins.computeIfAbsent(fingerprint, none -> new OpenTwins())
                        .add(transaction));
        references.add(transaction);
        if (!transaction.isAttested()) {
            manual.add(transaction);
        }
        occurrences.merge(transaction.fingerprint(), transaction.occurrence(), Math::max);
    }

    private void close(KnownTransaction transaction) {
        for (Fingerprint fingerprint : transaction.fingerprints()) {
            OpenTwins open = twins.get(fingerprint);
            if (open != null) {
                open.remove(transaction);
            }
        }
        references.remove(transaction);
        if (!transaction.isAttested()) {
            manual.remove(transaction);
        }
    }

    private List<Candidate> withoutRepeats(List<Candidate> rows) {
        Repeats repeats = new Repeats();
        List<Candidate> first = new ArrayList<>();
        for (Candidate row : rows) {
            String id = trusted.of(row);
            Candidate repeated = id == null ? null : repeats.earlier(row, id);
            if (repeated == null) {
                first.add(row);
            } else {
                found.put(row.number(), new Pairing(row, Outcome.ALREADY_PRESENT, null, repeated.number(), 0, id));
            }
        }
        return first;
    }

    /** Step a. Rows of equal text go first, so that two bookings under one identifier do not change places. */
    private List<Candidate> byReference(List<Candidate> rows) {
        List<Candidate> left = pairEach(rows, row -> atReference(row, row.fingerprint()));
        return pairEach(left, row -> atReference(row, null));
    }

    private @Nullable KnownTransaction atReference(Candidate row, @Nullable Fingerprint fingerprint) {
        String id = trusted.of(row);
        return id == null ? null : references.lowestAt(new BankReference(id, row.date(), row.amount()), fingerprint);
    }

    /** Step b. */
    private List<Candidate> byFingerprint(List<Candidate> rows) {
        return pairEach(rows, row -> {
            OpenTwins open = twins.get(row.fingerprint());
            return open == null ? null : open.lowestFor(trusted.of(row), balanceIdentifies ? row.balance() : null);
        });
    }

    /** Step c. */
    private List<Candidate> byNearness(List<Candidate> rows) {
        return pairEach(rows, manual::nearestTo);
    }

    private List<Candidate> pairEach(List<Candidate> rows, Search search) {
        List<Candidate> left = new ArrayList<>();
        for (Candidate row : rows) {
            KnownTransaction transaction = search.transactionFor(row);
            if (transaction == null) {
                left.add(row);
            } else {
                close(transaction);
                Outcome outcome = transaction.isAttested() ? Outcome.ALREADY_PRESENT : Outcome.MATCHED;
                found.put(row.number(), new Pairing(row, outcome, transaction.id(), 0, 0, trusted.of(row)));
            }
        }
        return left;
    }

    /** Step d. */
    private void create(Candidate row) {
        int occurrence = occurrences.merge(row.fingerprint(), 1, Integer::sum);
        found.put(row.number(), new Pairing(row, Outcome.CREATED, null, 0, occurrence, trusted.of(row)));
    }

    private interface Search {
        @Nullable
        KnownTransaction transactionFor(Candidate row);
    }
}
