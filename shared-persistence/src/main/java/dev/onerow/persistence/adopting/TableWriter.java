package dev.onerow.persistence.adopting;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.adopting.KeptRows.KeptRow;
import dev.onerow.persistence.adopting.Spool.Spooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one table as they come, sorted. Those of one key become one before they are written; a key may have
 * any number of rows. What is reported does not depend on where one chunk ends and the next begins.
 */
final class TableWriter<R> {
    static final int CHUNK = 1_000;

    private final Adoption<R> adoption;
    private final Adoption.Writer<R> writer;
    private final AdoptionRun run;
    private final Transactions transactions;
    private final KeptRows keptRows;
    private final LongConsumer progress;

    private final List<Standing<R>> finished = new ArrayList<>();
    private final List<KeptRow> beside = new ArrayList<>();
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final List<Outcome> outcomes = new ArrayList<>();
    private @Nullable Standing<R> open;
    private String lastCluster = "";
    private String lastKey = "";
    private int repeats;
    private long done;
    private Receipt receipt = Receipt.EMPTY;

    /** What stays of the rows of one key so far, and the one of them that it is the successor of. */
    private record Standing<R>(String cluster, String key, R value, Spooled row) {}

    TableWriter(
            Adoption<R> adoption,
            AdoptionRun run,
            Transactions transactions,
            KeptRows keptRows,
            LongConsumer progress) {
        this.adoption = adoption;
        this.writer = adoption.writer(run);
        this.run = run;
        this.transactions = transactions;
        this.keptRows = keptRows;
        this.progress = progress;
    }

    static <R> Reading<R> reading(Adoption<R> adoption, OldRow row) {
        try {
            return adoption.read(row);
        } catch (UnusableValue none) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
    }

    void take(Spooled spooled) {
        Spooled row = numbered(spooled);
        Reading<R> reading = reading(adoption, row.row());
        if (reading instanceof Reading.Kept<R> kept) {
            take(new Standing<>(kept.cluster(), kept.key(), kept.value(), row));
        } else {
            keep(row, ((Reading.Refused<R>) reading).reason());
            outcomes.add(Outcome.REJECTED);
        }
        if (finished.size() >= CHUNK || beside.size() >= CHUNK) {
            flush();
        }
    }

    /** Rows without an id that are equal to the last character are told apart by a number. */
    private Spooled numbered(Spooled row) {
        repeats = row.sourceKey().equals(lastKey) ? repeats + 1 : 0;
        lastKey = row.sourceKey();
        return repeats == 0 ? row : new Spooled(row.sourceKey() + "#" + (repeats + 1), row.row());
    }

    private void take(Standing<R> next) {
        Standing<R> standing = open;
        if (standing == null || !standing.key().equals(next.key())) {
            if (standing != null) {
                finished.add(standing);
            }
            open = next;
            return;
        }
        Merged<R> merged = adoption.merge(standing.value(), next.value());
        keep(merged.secondStays() ? standing.row() : next.row(), merged.reason());
        outcomes.add(Outcome.FOLDED);
        open = new Standing<>(
                next.cluster(), next.key(), merged.value(), merged.secondStays() ? next.row() : standing.row());
    }

    private void keep(Spooled row, Reason reason) {
        beside.add(new KeptRow(run.source(), adoption.shape().table(), row.sourceKey(), row.row(), reason));
    }

    private void flush() {
        List<Adopted> adopted = transactions.write(() -> {
            List<Adopted> written = finished.isEmpty()
                    ? List.of()
                    : writer.write(finished.stream().map(Standing::value).toList());
            List<KeptRow> kept = new ArrayList<>(beside);
            for (int i = 0; i < written.size(); i++) {
                Reason reason = reason(written.get(i), finished.get(i).row().row());
                if (reason != null) {
                    Spooled row = finished.get(i).row();
                    kept.add(new KeptRow(run.source(), adoption.shape().table(), row.sourceKey(), row.row(), reason));
                }
            }
            keptRows.keep(kept);
            return written;
        });
        for (int i = 0; i < adopted.size(); i++) {
            count(adopted.get(i), finished.get(i));
        }
        if (!finished.isEmpty()) {
            lastCluster = finished.get(finished.size() - 1).cluster();
        }
        beside.forEach(row -> reasons.merge(row.reason(), 1L, Long::sum));
        receipt = receipt.plus(Receipt.of(outcomes));
        done += outcomes.size();
        outcomes.clear();
        finished.clear();
        beside.clear();
        progress.accept(done);
    }

    private @Nullable Reason reason(Adopted adopted, OldRow row) {
        if (adopted.reason() != null) {
            return adopted.reason();
        }
        return row.hasOther(adoption.shape()::knows) ? Reason.UNKNOWN_COLUMN : null;
    }

    /** A cluster that goes on from an earlier chunk has been answered for there. */
    private void count(Adopted adopted, Standing<R> written) {
        boolean goesOn =
                written.cluster().equals(lastCluster) && !adopted.outcome().equals(Outcome.REJECTED);
        outcomes.add(goesOn ? Outcome.FOLDED : adopted.outcome());
        Reason reason = reason(adopted, written.row().row());
        if (reason != null) {
            reasons.merge(reason, 1L, Long::sum);
        }
    }

    TableReceipt finish() {
        if (open != null) {
            finished.add(open);
            open = null;
        }
        if (!finished.isEmpty() || !beside.isEmpty()) {
            flush();
        }
        return new TableReceipt(adoption.shape().table(), receipt, Collections.unmodifiableMap(reasons));
    }
}
