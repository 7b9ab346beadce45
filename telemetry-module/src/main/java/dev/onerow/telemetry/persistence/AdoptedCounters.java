package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Written;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.Merged;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.telemetry.domain.Counter;
import dev.onerow.telemetry.domain.CounterChanges;
import dev.onerow.telemetry.domain.CounterKey;
import dev.onerow.telemetry.domain.Counters;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.HttpErrorType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counters of older databases, where a host and status had as many rows as were inserted. Together they are one baseline,
 * which moves its counter once: when it is inserted. Where the facts come along, they count, and the counters do not.
 */
@Singleton
final class AdoptedCounters implements Adoption<AdoptedCounters.OldCounter> {
    private static final OldShape SHAPE = new OldShape(
            31,
            "http_error_summary",
            Set.of("host", "status_code", "count"),
            Set.of("id", "error_type", "first_seen", "last_seen", "created_at", "updated_at"),
            "counters: of one host and status the counts are added up");
    private static final int FIRST_ERROR = 300;
    private static final int LAST_STATUS = 999;

    /** Far more than anybody counts, and thousands of databases with so many can still be added up. */
    private static final long MOST_ERRORS = 1_000_000_000_000_000L;

    private final Store<BaselineRow> baselines;
    private final Counters counters;

    AdoptedCounters(Stores stores, Counters counters) {
        this.baselines = stores.of(BaselineRow.class);
        this.counters = counters;
    }

    /** What rows of one key say together. */
    record OldCounter(CounterKey key, Counter counter) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldCounter> read(OldRow row) {
        String name = row.textOr("host", "").strip();
        if (name.isEmpty() || !row.has("status_code")) {
            return Reading.refused(Reason.NULL_KEY);
        }
        Optional<Host> host = Host.parse(name);
        long status = row.requiredWhole("status_code");
        if (host.isEmpty() || status > LAST_STATUS || status < 0) {
            return Reading.refused(Reason.INVALID_KEY);
        }
        if (status < FIRST_ERROR) {
            return Reading.refused(Reason.NOT_AN_ERROR);
        }
        long count = row.requiredWhole("count");
        if (count < 1 || count > MOST_ERRORS) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        Instant first = row.requiredInstant(row.has("first_seen") ? "first_seen" : "last_seen");
        Instant last = row.requiredInstant(row.has("last_seen") ? "last_seen" : "first_seen");
        CounterKey key = new CounterKey(host.get(), (int) status);
        return Reading.kept(
                key.host().value() + " " + key.statusCode(),
                "",
                new OldCounter(key, new Counter(count, earlier(first, last), later(first, last))));
    }

    @Override
    public Merged<OldCounter> merge(OldCounter first, OldCounter second) {
        Counter one = first.counter();
        Counter other = second.counter();
        long sum = one.count() + other.count();
        if (sum > MOST_ERRORS) {
            return Merged.firstOf(first); // One of the two is wrong.
        }
        return Merged.into(new OldCounter(
                first.key(),
                new Counter(
                        sum, earlier(one.firstSeen(), other.firstSeen()), later(one.lastSeen(), other.lastSeen()))));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public Writer<OldCounter> writer(AdoptionRun run) {
        if (run.rows("extraction_telemetry_v2") > 0) {
            return rows -> rows.stream()
                    .map(row -> new Adopted(Outcome.FOLDED, Reason.MERGED))
                    .toList();
        }
        return rows -> write(rows, run.source());
    }

    private List<Adopted> write(List<OldCounter> rows, String source) {
        List<Written<BaselineRow>> written = baselines.upsertAll(
                rows.stream().map(row -> baseline(row, source)).toList());
        CounterChanges changes = new CounterChanges();
        List<Adopted> adopted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (written.get(i).outcome() == Outcome.INSERTED) {
                changes.add(rows.get(i).key(), rows.get(i).counter());
            }
            adopted.add(Adopted.as(written.get(i).outcome()));
        }
        counters.apply(changes);
        return adopted;
    }

    private static BaselineRow baseline(OldCounter row, String source) {
        return new BaselineRow(
                source,
                row.key().host().value(),
                row.key().statusCode(),
                HttpErrorType.of(row.key().statusCode()).orElseThrow().word(),
                row.counter().count(),
                row.counter().firstSeen(),
                row.counter().lastSeen(),
                null);
    }
}
