package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Plan;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows through a merged or a decided write, and counts what became of them. Thread-safe. */
final class Writing<T> {
    private final Table<T> table;
    private final Work<T> work;
    private final WriteMetrics metrics;
    private final Probing probing;
    private final boolean quarantined;

    Writing(Table<T> table, Work<T> work, WriteMetrics metrics, boolean quarantined) {
        this(table, work, metrics, Probing.of(table), quarantined);
    }

    private Writing(Table<T> table, Work<T> work, WriteMetrics metrics, Probing probing, boolean quarantined) {
        this.table = table;
        this.work = work;
        this.metrics = metrics;
        this.probing = probing;
        this.quarantined = quarantined;
    }

    Work<T> work() {
        return work;
    }

    Writing<T> quarantining() {
        return new Writing<>(table, work, metrics, probing, true);
    }

    Writing<T> expectingChanges() {
        return new Writing<>(table, work, metrics, Probing.never(), quarantined);
    }

    /** What a stream learns about looking first concerns no other. */
    Probing probing() {
        return probing.anew();
    }

    Written<T> upsert(T row) {
        return write(List.of(row), new MergedWrite<>(table, false), Probing.never())
                .get(0);
    }

    List<Written<T>> upsertAll(Collection<T> rows) {
        return upsertAll(rows, probing);
    }

    List<Written<T>> decideAll(Collection<T> rows, Decider<T> decider) {
        return write(rows, new DecidedWrite<>(table, decider, work.isExclusive(), quarantined), Probing.never());
    }

    /** Merges rows in one transaction and says no more than what became of them. */
    Receipt receipt(List<T> rows, Probing ownProbing) {
        if (quarantined || !CountedWrite.suits(table)) {
            return Receipt.ofWritten(upsertAll(rows, ownProbing));
        }
        long started = System.nanoTime();
        CountedWrite<T> write = new CountedWrite<>(table, isProbed(rows, ownProbing));
        List<@Nullable Object[]> folded = CountedWrite.folded(table, rows);
        Work.InSession<T, Receipt> counting = session -> write.write(session, folded, rows.size());
        boolean single = folded.size() <= work.rowsPerStatement() && !table.isAppendOnly();
        Receipt receipt = single ? work.writingOnce(counting) : work.writing(counting);
        count(receipt, started);
        ownProbing.learn(receipt);
        return receipt;
    }

    /** Patches or deletes, and counts what became of each row that was asked for. */
    <A extends Enum<A>> List<A> counted(Work.InSession<T, List<A>> change) {
        long started = System.nanoTime();
        List<A> answers = work.writing(change);
        metrics.answered(answers.size(), since(started));
        work.whenCommitted(() -> metrics.count(answers));
        return answers;
    }

    private void count(Receipt receipt, long started) {
        metrics.answered(receipt.received(), since(started));
        work.whenCommitted(() -> metrics.count(receipt));
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    Plan<T> plan(Collection<T> rows) {
        return planned(rows, Planner::merged);
    }

    Plan<T> plan(Collection<T> rows, Decider<T> decider) {
        return planned(rows, (planner, groups) -> planner.decided(groups, decider, quarantined));
    }

    private interface Planning<T> {
        void plan(Planner<T> planner, List<Input.Group<T>> groups) throws SQLException;
    }

    private Plan<T> planned(Collection<T> rows, Planning<T> planning) {
        Batch<T> batch = new Batch<>(table, rows, quarantined);
        return work.reading(session -> {
            Planner<T> planner = new Planner<>(table, session);
            batch.refused().forEach((index, written) -> planner.put(index, written, List.of()));
            planning.plan(planner, batch.groups());
            return planner.plan(rows.size());
        });
    }

    private List<Written<T>> upsertAll(Collection<T> rows, Probing ownProbing) {
        return write(rows, new MergedWrite<>(table, isProbed(rows, ownProbing)), ownProbing);
    }

    private boolean isProbed(Collection<T> rows, Probing ownProbing) {
        return rows.size() > 1 && !work.isExclusive() && ownProbing.pays();
    }

    private List<Written<T>> write(Collection<T> rows, Write<T> write, Probing learning) {
        long started = System.nanoTime();
        Batch<T> batch = new Batch<>(table, rows, quarantined);
        Write<T> chosen = quarantined ? new Quarantine<>(table, write, work.deferred()) : write;
        Work.InSession<T, List<Written<T>>> writing = session -> {
            Answered<T> answers = batch.answers();
            chosen.write(session, batch.groups(), answers);
            return answers.inOrder();
        };
        boolean single = rows.size() == 1 && write.writesOnce() && !quarantined;
        List<Written<T>> written = single ? work.writingOnce(writing) : work.writing(writing);
        Receipt receipt = Receipt.ofWritten(written);
        count(receipt, started);
        learning.learn(receipt);
        return written;
    }
}
