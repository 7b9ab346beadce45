package dev.onerow.quality.web;

import dev.onerow.quality.domain.AfterTime;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.PatternScores.AfterScore;
import dev.onerow.quality.domain.ScoreFilter;
import dev.onerow.quality.domain.StoredScore;
import dev.onerow.quality.domain.Tier;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.page.Position;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Which scores a client asks for, and in which order.
 *
 * @param filter which
 * @param isByTime whether the latest measurement comes first, and not the best score
 * @param paging which page
 */
record ScoreSearch(ScoreFilter filter, boolean isByTime, Paging paging) {

    static ScoreSearch of(Query query) {
        return query.read(in -> read(query, in));
    }

    private static ScoreSearch read(Query query, Fields in) {
        return new ScoreSearch(
                filter(in),
                in.text("sort").oneOf("score", "measured").orElse("score").equals("measured"),
                Paging.of(query, in));
    }

    Page<PatternScoreView> in(PatternScores scores) {
        return isByTime
                ? paging.page(
                        limit -> scores.sizesOfLatest(filter, afterTime(), limit),
                        limit -> scores.latest(filter, afterTime(), limit),
                        PatternScoreView::of,
                        score -> List.of(score.measurement().measuredAt(), patternId(score)))
                : paging.page(
                        limit -> scores.sizesOfBest(filter, afterScore(), limit),
                        limit -> scores.best(filter, afterScore(), limit),
                        PatternScoreView::of,
                        score -> List.of(score.measurement().qualityScore(), patternId(score)));
    }

    private AfterScore afterScore() {
        return paging.after()
                .map(position -> new AfterScore(position.decimal(0), pattern(position)))
                .orElse(AfterScore.NOTHING);
    }

    private AfterTime afterTime() {
        return paging.after()
                .map(position -> new AfterTime(position.instant(0), pattern(position)))
                .orElse(AfterTime.NOTHING);
    }

    private static UUID pattern(Position position) {
        return UUID.fromString(position.text(1));
    }

    private static String patternId(StoredScore score) {
        Measurement measurement = score.measurement();
        return measurement.patternId().toString();
    }

    private static ScoreFilter filter(Fields in) {
        return new ScoreFilter(
                share(in, "min_score", 0),
                share(in, "max_score", 1),
                share(in, "min_confidence", 0),
                in.text("tier")
                        .oneOf("excellent", "good", "fair", "poor")
                        .optional()
                        .flatMap(Tier::named),
                in.text("version").optional());
    }

    private static double share(Fields in, String name, double otherwise) {
        return in.number(name)
                .check(share -> share >= 0 && share <= 1, "out-of-range", "0 to 1")
                .orElse(otherwise);
    }

    @Singleton
    static final class Parameters implements Form<ScoreSearch> {
        @Override
        public ScoreSearch read(Fields in) {
            return ScoreSearch.read(Query.NONE, in);
        }
    }
}
