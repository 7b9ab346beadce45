package dev.onerow.quality.persistence;

import dev.onerow.persistence.Deleted;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.quality.domain.AfterTime;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Distribution;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.ScoreFilter;
import dev.onerow.quality.domain.StoredScore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Scores in the tables {@code pattern_quality_metrics} and {@code pattern_quality_history}. */
@Singleton
final class StoredPatternScores implements PatternScores {
    private final Store<PatternScoreRow> scores;
    private final Store<PatternHistoryRow> history;
    private final ScoreReads reads;
    private final HistoryReads historyReads;
    private final Distributions distributions;
    private final Transactions transactions;

    StoredPatternScores(
            Stores stores,
            ScoreReads reads,
            HistoryReads historyReads,
            Distributions distributions,
            Transactions transactions) {
        this.scores = stores.of(PatternScoreRow.class).quarantining();
        this.history = stores.of(PatternHistoryRow.class);
        this.reads = reads;
        this.historyReads = historyReads;
        this.distributions = distributions;
        this.transactions = transactions;
    }

    @Override
    public List<Recorded> record(List<Incoming> measurements, Condition condition, Instant now) {
        return transactions.write(
                () -> new Scorebook(measurements, condition, now, taken(measurements)).write(scores, history));
    }

    @Override
    public List<Recorded> rehearse(List<Incoming> measurements, Instant now) {
        return new Scorebook(measurements, Condition.none(), now, Set.of()).rehearse(scores);
    }

    /** Of the ids that scores had elsewhere, those that others have here. */
    private Set<UUID> taken(List<Incoming> measurements) {
        List<UUID> former = measurements.stream()
                .map(Incoming::formerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return former.isEmpty() ? Set.of() : Set.copyOf(reads.idsAmong(former));
    }

    @Override
    public Removal remove(PatternId id, Condition condition) {
        return transactions.write(() -> removeNow(id, condition));
    }

    private Removal removeNow(PatternId id, Condition condition) {
        Optional<StoredScore> stored = find(id);
        if (!condition.holds().test(stored.map(StoredScore::rowVersion).orElse(null))) {
            return Removal.CONDITION_FAILED;
        }
        if (stored.isEmpty()) {
            return Removal.MISSING;
        }
        // Only the version that the condition was tested on, unless any would do.
        Long expected = condition.isCorrection() ? (Long) stored.get().rowVersion() : null;
        Deleted deleted = scores.delete(Key.of(id.value()), expected);
        if (deleted == Deleted.DELETED) {
            history.retain("patternId", List.of(id.value()), List.of());
        }
        return switch (deleted) {
            case DELETED -> Removal.REMOVED;
            case MISSING -> Removal.MISSING;
            case VERSION_DIFFERS -> Removal.CONDITION_FAILED;
        };
    }

    @Override
    public Optional<StoredScore> find(PatternId id) {
        return reads.findByPatternId(id.value()).map(PatternScoreRow::stored);
    }

    @Override
    public List<StoredScore> best(ScoreFilter filter, AfterScore after, int limit) {
        return reads
                .best(
                        filter.from(),
                        Math.min(filter.to(), after.score()),
                        filter.below(),
                        filter.fromConfidence(),
                        filter.version().orElse(null),
                        after.score(),
                        after.patternId(),
                        limit)
                .stream()
                .map(PatternScoreRow::stored)
                .toList();
    }

    @Override
    public List<Long> sizesOfBest(ScoreFilter filter, AfterScore after, int limit) {
        return reads.sizesOfBest(
                filter.from(),
                Math.min(filter.to(), after.score()),
                filter.below(),
                filter.fromConfidence(),
                filter.version().orElse(null),
                after.score(),
                after.patternId(),
                limit);
    }

    @Override
    public List<Long> sizesOfLatest(ScoreFilter filter, AfterTime after, int limit) {
        return reads.sizesOfLatest(
                filter.from(),
                filter.to(),
                filter.below(),
                filter.fromConfidence(),
                filter.version().orElse(null),
                after.time(),
                after.id(),
                after.isStart(),
                limit);
    }

    @Override
    public List<Long> sizesOfHistory(PatternId id, Instant upTo, int limit) {
        return historyReads.sizes(id.value(), upTo, limit);
    }

    @Override
    public List<StoredScore> latest(ScoreFilter filter, AfterTime after, int limit) {
        return reads
                .latest(
                        filter.from(),
                        filter.to(),
                        filter.below(),
                        filter.fromConfidence(),
                        filter.version().orElse(null),
                        after.time(),
                        after.id(),
                        after.isStart(),
                        limit)
                .stream()
                .map(PatternScoreRow::stored)
                .toList();
    }

    @Override
    public List<StoredScore> history(PatternId id, Instant upTo, int limit) {
        return historyReads.newest(id.value(), upTo, limit).stream()
                .map(PatternHistoryRow::stored)
                .toList();
    }

    @Override
    public Distribution distribution(int buckets) {
        return transactions.read(() -> distributions.of(buckets));
    }
}
