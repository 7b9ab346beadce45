package dev.onerow.quality.application;

import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.ManifestEntry;
import dev.onerow.quality.domain.ManifestFilter;
import dev.onerow.quality.domain.ManifestFilter.Verdict;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Recorded;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Filters a manifest, and records the scores on the way. Recording is a by-product: when it fails the filter has
 * still done its work.
 */
@Singleton
public class FilterManifest {
    private static final int CHUNK = 1_000;
    private static final Recorded FOLDED = new Recorded(Recorded.Outcome.FOLDED, null, null);

    private final PatternScores scores;
    private final Moments moments;

    FilterManifest(PatternScores scores, Moments moments) {
        this.scores = scores;
        this.moments = moments;
    }

    /**
     * What was recorded.
     *
     * @param recorded what became of each score that has an id, in the order of the manifest
     * @param withoutId how many elements have none, or no score
     * @param failure why recording ended, if it did
     */
    public record Recording(List<Recorded> recorded, int withoutId, Optional<RuntimeException> failure) {}

    /** Judges each element; stores nothing. */
    public List<Verdict> judge(List<ManifestEntry> entries, double threshold) {
        return new ManifestFilter(threshold).judge(entries);
    }

    /** Records the scores of these verdicts, each thousand in a transaction of its own. Does not throw. */
    public Recording record(List<Verdict> verdicts) {
        List<Incoming> arriving = verdicts.stream()
                .flatMap(verdict -> verdict.arriving(moments.next()).stream())
                .toList();
        List<Recorded> recorded = new ArrayList<>();
        int withoutId = verdicts.size() - arriving.size();
        try {
            for (int from = 0; from < arriving.size(); from += CHUNK) {
                List<Incoming> chunk = arriving.subList(from, Math.min(from + CHUNK, arriving.size()));
                recorded.addAll(recordTogether(chunk));
            }
            return new Recording(recorded, withoutId, Optional.empty());
        } catch (RuntimeException failure) {
            return new Recording(recorded, withoutId, Optional.of(failure));
        }
    }

    /** Of one pattern's elements only the last: the earlier would be news again each time the manifest comes again. */
    private List<Recorded> recordTogether(List<Incoming> chunk) {
        Map<PatternId, Integer> last = new HashMap<>();
        for (int i = 0; i < chunk.size(); i++) {
            last.put(chunk.get(i).measurement().patternId(), i);
        }
        Set<Integer> counting = new TreeSet<>(last.values());
        Iterator<Recorded> written = scores.record(
                        counting.stream().map(chunk::get).toList(), Condition.none(), moments.next())
                .iterator();
        return IntStream.range(0, chunk.size())
                .mapToObj(i -> counting.contains(i) ? written.next() : FOLDED)
                .toList();
    }
}
