package dev.onerow.quality.persistence;

import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Patched;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.Written;
import dev.onerow.quality.domain.AfterTime;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.Backfills;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backfills in the tables {@code backfills} and {@code backfill_inputs}. */
@Singleton
final class StoredBackfills implements Backfills {
    private static final long MOST_CHARACTERS = 8L << 20;

    private final Store<BackfillRow> backfills;
    private final Store<BackfillInputRow> inputs;
    private final BackfillReads reads;
    private final BackfillInputReads inputReads;
    private final BackfillInputMaintenance inputMaintenance;
    private final Transactions transactions;

    StoredBackfills(
            Stores stores,
            BackfillReads reads,
            BackfillInputReads inputReads,
            BackfillInputMaintenance inputMaintenance,
            Transactions transactions) {
        this.backfills = stores.of(BackfillRow.class);
        this.inputs = stores.of(BackfillInputRow.class);
        this.reads = reads;
        this.inputReads = inputReads;
        this.inputMaintenance = inputMaintenance;
        this.transactions = transactions;
    }

    @Override
    public Opened open(BackfillId id, BackfillOrder order, boolean isAttended, Optional<Instant> leaseUntil) {
        Written<BackfillRow> written = backfills.decide(
                BackfillRow.opened(id.value(), order, isAttended, leaseUntil),
                (stored, incoming) -> stored == null ? Decision.write(incoming) : Decision.keep());
        return new Opened(written.row().backfill(), written.outcome() == Outcome.INSERTED);
    }

    @Override
    public Optional<Backfill> find(BackfillId id) {
        return reads.findById(id.value()).map(BackfillRow::backfill);
    }

    @Override
    public List<Backfill> latest(AfterTime after, int limit) {
        return reads.latest(after.time(), after.id(), after.isStart(), limit).stream()
                .map(BackfillRow::backfill)
                .toList();
    }

    @Override
    public List<Backfill> waiting(Instant now, int limit) {
        return reads.waiting(now, limit).stream().map(BackfillRow::backfill).toList();
    }

    @Override
    public Optional<Backfill> change(Backfill from, Backfill to) {
        // In one transaction: what is read back is what was written, and nobody else's change after it.
        return transactions.write(() -> {
            Patched patched = backfills.patch(Key.of(from.id().value()), changes(from, to));
            boolean isMine = patched == Patched.UPDATED || patched == Patched.UNCHANGED;
            return isMine ? find(from.id()) : Optional.empty();
        });
    }

    private static Changes changes(Backfill from, Backfill to) {
        BackfillCounts before = from.counts();
        BackfillCounts after = to.counts();
        return Changes.of("state", to.state().word())
                .set(
                        "checkpoint",
                        to.progress()
                                .map(progress -> BackfillJson.checkpoint(to.order(), progress))
                                .orElse(null))
                .set("problems", to.problems().isEmpty() ? null : BackfillJson.problems(to.problems()))
                .set("leaseUntil", to.leaseUntil().orElse(null))
                .set("startedAt", to.startedAt().orElse(null))
                .set("finishedAt", to.finishedAt().orElse(null))
                .add("seen", after.seen() - before.seen())
                .add("scored", after.scored() - before.scored())
                .add("unchanged", after.unchanged() - before.unchanged())
                .add("skipped", after.skipped() - before.skipped())
                .add("failed", after.failed() - before.failed())
                .add("problemCount", to.problemCount() - from.problemCount())
                .expecting(from.rowVersion());
    }

    @Override
    public void forget(BackfillId id) {
        backfills.delete(Key.of(id.value()));
    }

    @Override
    public void keepLines(BackfillId id, List<Line> lines) {
        inputs.upsertAll(
                lines.stream().map(line -> new BackfillInputRow(id.value(), line.number(), line.text(), null)),
                lines.size());
    }

    @Override
    public List<Line> lines(BackfillId id, long after, int limit) {
        return inputReads.lines(id.value(), after, limit, MOST_CHARACTERS).stream()
                .map(line -> new Line(line.lineNo(), line.payload()))
                .toList();
    }

    @Override
    public long countLines(BackfillId id) {
        return inputReads.countLines(id.value());
    }

    @Override
    public void dropLines(BackfillId id) {
        transactions.write(() -> inputMaintenance.deleteLines(id.value()));
    }
}
