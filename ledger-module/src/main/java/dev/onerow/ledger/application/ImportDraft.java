package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Booking.Birth;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.ledger.domain.booking.Origin;
import dev.onerow.ledger.domain.identity.Attestation;
import dev.onerow.ledger.domain.identity.Candidate;
import dev.onerow.ledger.domain.identity.Pairing;
import dev.onerow.ledger.domain.imports.ImportBatch.Counts;
import dev.onerow.ledger.domain.imports.RawRow;
import dev.onerow.ledger.domain.imports.RowOutcome;
import dev.onerow.ledger.domain.imports.Vouching;
import dev.onerow.ledger.domain.statement.BookingSecond;
import dev.onerow.ledger.domain.statement.RowBalances;
import dev.onerow.ledger.domain.statement.RowOrder;
import dev.onerow.ledger.domain.statement.SequenceNumbers;
import dev.onerow.ledger.domain.statement.SourceRow;
import dev.onerow.ledger.domain.statement.Statement;
import dev.onerow.ledger.domain.statement.StatementEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an import is about to write, worked out step by step from its statement. Not thread-safe. */
final class ImportDraft {
    private final Account account;
    private final Statement statement;
    private final RowOrder order;
    private final Map<Integer, Pairing> pairings = new HashMap<>();
    private final Map<Integer, TransactionId> transactions = new HashMap<>();
    private final Map<Integer, @Nullable Long> balances = new HashMap<>();
    private final Map<Integer, Integer> sequences = new HashMap<>();
    private final Map<Integer, String> rawIds = new HashMap<>();

    ImportDraft(Account account, Statement statement) {
        this.account = account;
        this.statement = statement;
        this.order = RowOrder.seenIn(
                statement.entries().stream().map(StatementEntry::date).toList(), statement.usualOrder());
        statement
                .rows()
                .forEach(row -> rawIds.put(row.number(), UUID.randomUUID().toString()));
    }

    List<Candidate> candidates() {
        return readable().stream()
                .map(row -> {
                    StatementEntry entry = row.entry().value();
                    return Candidate.of(
                            row.number(),
                            entry.date(),
                            entry.amount(),
                            entry.merchant(),
                            entry.notes(),
                            entry.externalId(),
                            entry.balance());
                })
                .toList();
    }

    void pair(List<Pairing> found) {
        for (Pairing pairing : found) {
            int number = pairing.row().number();
            pairings.put(number, pairing);
            TransactionId known = pairing.transaction();
            if (pairing.repeats() == 0) {
                transactions.put(
                        number,
                        known != null
                                ? known
                                : new TransactionId(UUID.randomUUID().toString()));
            }
        }
        found.stream()
                .filter(pairing -> pairing.repeats() > 0)
                .forEach(pairing -> transactions.put(
                        pairing.row().number(), Objects.requireNonNull(transactions.get(pairing.repeats()))));
    }

    /** Rows that repeat another are the same booking, and move no balance. */
    void balance(RowBalances rowBalances) {
        List<SourceRow> rows =
                readable().stream().filter(row -> pairing(row).repeats() == 0).toList();
        List<@Nullable Long> found =
                rowBalances.of(rows.stream().map(row -> row.entry().value()).toList(), order);
        for (int i = 0; i < rows.size(); i++) {
            balances.put(rows.get(i).number(), found.get(i));
        }
    }

    List<BookingSecond> createdSeconds() {
        return createdRows().stream()
                .map(row -> new BookingSecond(
                        row.entry().value().date(), row.entry().value().time()))
                .toList();
    }

    void number(Map<BookingSecond, Integer> largestStored) {
        List<SourceRow> rows = createdRows();
        List<Integer> numbers =
                SequenceNumbers.of(rows.stream().map(row -> row.entry().value()).toList(), order, largestStored);
        for (int i = 0; i < rows.size(); i++) {
            sequences.put(rows.get(i).number(), numbers.get(i));
        }
    }

    Counts counts() {
        Map<RowOutcome, Integer> counts = new HashMap<>();
        statement.rows().forEach(row -> counts.merge(outcome(row), 1, Integer::sum));
        return new Counts(
                counts.getOrDefault(RowOutcome.CREATED, 0),
                counts.getOrDefault(RowOutcome.ALREADY_PRESENT, 0),
                counts.getOrDefault(RowOutcome.MATCHED, 0),
                counts.getOrDefault(RowOutcome.REJECTED, 0));
    }

    List<Booking> created() {
        return createdRows().stream()
                .map(row -> booking(row, row.entry().value().externalId()))
                .toList();
    }

    /** The entries by hand that rows turned out to be, with what the rows could add to them. */
    List<Booking> matched() {
        return readable().stream()
                .filter(row -> outcome(row) == RowOutcome.MATCHED)
                .map(row -> booking(row, pairing(row).trustedId()))
                .toList();
    }

    List<RawRow> rawRows() {
        List<RawRow> rows = new ArrayList<>(statement.rows().size());
        for (SourceRow row : statement.rows()) {
            boolean isReadable = row.entry().isReadable();
            rows.add(new RawRow(
                    rawId(row),
                    row.number(),
                    row.line(),
                    row.verbatim(),
                    ParsedData.of(row, account.currency()),
                    isReadable ? pairing(row).row().fingerprint() : null,
                    outcome(row),
                    row.entry().<@Nullable String>either(readable -> null, no -> no.detail())));
        }
        return rows;
    }

    List<Vouching> vouchings() {
        return readable().stream()
                .map(row -> {
                    Candidate candidate = pairing(row).row();
                    return new Vouching(
                            rawId(row),
                            transaction(row),
                            new Attestation(
                                    candidate.fingerprint(),
                                    candidate.externalId(),
                                    candidate.date(),
                                    candidate.amount()));
                })
                .toList();
    }

    private Booking booking(SourceRow row, @Nullable String externalId) {
        StatementEntry said = row.entry().value();
        Pairing pairing = pairing(row);
        Entry entry = new Entry(
                transaction(row),
                account.id(),
                said.date(),
                said.time(),
                said.amount(),
                said.merchant(),
                said.notes(),
                balances.get(row.number()),
                said.isNeutral(),
                externalId,
                false);
        Birth birth = new Birth(
                pairing.row().fingerprint(),
                Math.max(1, pairing.occurrence()),
                sequences.getOrDefault(row.number(), 0),
                Origin.IMPORT);
        return new Booking(entry, Flow.seenFrom(account.type(), said.amount(), said.isNeutral()), birth);
    }

    private List<SourceRow> readable() {
        return statement.rows().stream().filter(row -> row.entry().isReadable()).toList();
    }

    private List<SourceRow> createdRows() {
        return readable().stream()
                .filter(row -> outcome(row) == RowOutcome.CREATED)
                .toList();
    }

    private RowOutcome outcome(SourceRow row) {
        if (!row.entry().isReadable()) {
            return RowOutcome.REJECTED;
        }
        return switch (pairing(row).outcome()) {
            case CREATED -> RowOutcome.CREATED;
            case ALREADY_PRESENT -> RowOutcome.ALREADY_PRESENT;
            case MATCHED -> RowOutcome.MATCHED;
        };
    }

    private Pairing pairing(SourceRow row) {
        return Objects.requireNonNull(pairings.get(row.number()));
    }

    private TransactionId transaction(SourceRow row) {
        return Objects.requireNonNull(transactions.get(row.number()));
    }

    private String rawId(SourceRow row) {
        return Objects.requireNonNull(rawIds.get(row.number()));
    }
}
