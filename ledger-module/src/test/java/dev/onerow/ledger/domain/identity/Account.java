package dev.onerow.ledger.domain.identity;

import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.identity.Pairing.Outcome;
import dev.onerow.ledger.domain.identity.Recognition.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account as its imports and its owner make it: the fold that pairing is one step of. */
final class Account {
    static final Policy BY_EVERYTHING = new Policy(true, true);

    private final Map<TransactionId, KnownTransaction> transactions = new LinkedHashMap<>();
    private int nextId = 1;

    /** A row of a file, before it is in one. */
    record Row(
            String date,
            long amount,
            String merchant,
            @Nullable String externalId,
            @Nullable Long balance) {
        static Row of(String date, long amount, String merchant) {
            return new Row(date, amount, merchant, null, null);
        }

        Row id(String id) {
            return new Row(date, amount, merchant, id, balance);
        }

        Row balance(long after) {
            return new Row(date, amount, merchant, externalId, after);
        }
    }

    /** Imports a file and answers what became of its rows. */
    Map<Outcome, Long> imports(Policy policy, Row... rows) {
        return imports(policy, List.of(rows));
    }

    Map<Outcome, Long> imports(Row... rows) {
        return imports(BY_EVERYTHING, List.of(rows));
    }

    Map<Outcome, Long> imports(Policy policy, List<Row> rows) {
        List<Candidate> candidates = new ArrayList<>();
        for (Row row : rows) {
            candidates.add(Candidate.of(
                    candidates.size() + 1,
                    LocalDate.parse(row.date()),
                    row.amount(),
                    row.merchant(),
                    null,
                    row.externalId(),
                    row.balance()));
        }
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        Map<Integer, TransactionId> byRow = new HashMap<>();
        for (Pairing pairing : Recognition.of(candidates, transactions.values(), policy)) {
            counts.merge(pairing.outcome(), 1L, Long::sum);
            byRow.put(pairing.row().number(), attest(pairing, byRow));
        }
        return counts;
    }

    /** Enters a transaction by hand. */
    TransactionId enters(String id, Row row) {
        TransactionId key = new TransactionId(id);
        LocalDate date = LocalDate.parse(row.date());
        String text = NormalisedText.of(row.merchant(), null);
        Fingerprint fingerprint = Fingerprint.of(date, row.amount(), text);
        int occurrence = 1
                + (int) transactions.values().stream()
                        .filter(each -> each.fingerprint().equals(fingerprint))
                        .count();
        transactions.put(
                key,
                new KnownTransaction(
                        key,
                        date,
                        row.amount(),
                        text,
                        fingerprint,
                        occurrence,
                        row.externalId(),
                        row.balance(),
                        List.of()));
        return key;
    }

    /** Moves a transaction to another day by hand. */
    void moves(TransactionId id, String date) {
        KnownTransaction before = Objects.requireNonNull(transactions.get(id));
        transactions.put(
                id,
                new KnownTransaction(
                        id,
                        LocalDate.parse(date),
                        before.amount(),
                        before.text(),
                        before.fingerprint(),
                        before.occurrence(),
                        before.externalId(),
                        before.balance(),
                        before.attestations()));
    }

    List<KnownTransaction> transactions() {
        return List.copyOf(transactions.values());
    }

    /** How often each date, amount and text is there. */
    Map<String, Long> multiset() {
        Map<String, Long> counts = new HashMap<>();
        transactions
                .values()
                .forEach(each -> counts.merge(each.date() + " " + each.amount() + " " + each.text(), 1L, Long::sum));
        return counts;
    }

    private TransactionId attest(Pairing pairing, Map<Integer, TransactionId> byRow) {
        Candidate row = pairing.row();
        TransactionId id = pairing.transaction();
        if (pairing.repeats() > 0) {
            id = Objects.requireNonNull(byRow.get(pairing.repeats()));
        } else if (id == null) {
            id = new TransactionId("imported-" + nextId++);
            transactions.put(
                    id,
                    new KnownTransaction(
                            id,
                            row.date(),
                            row.amount(),
                            row.text(),
                            row.fingerprint(),
                            pairing.occurrence(),
                            row.externalId(),
                            row.balance(),
                            List.of()));
        }
        KnownTransaction before = Objects.requireNonNull(transactions.get(id));
        List<Attestation> attestations = new ArrayList<>(before.attestations());
        attestations.add(new Attestation(row.fingerprint(), row.externalId(), row.date(), row.amount()));
        String filledId = before.externalId() == null ? pairing.trustedId() : before.externalId();
        transactions.put(
                id,
                new KnownTransaction(
                        id,
                        before.date(),
                        before.amount(),
                        before.text(),
                        before.fingerprint(),
                        before.occurrence(),
                        filledId,
                        before.balance() == null ? row.balance() : before.balance(),
                        attestations));
        return id;
    }
}
