package dev.onerow.quality.web;

import dev.onerow.quality.domain.AfterTime;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which measurements of a pattern a client asks for.
 *
 * @param paging which page of them
 */
record HistorySearch(Paging paging) {

    static HistorySearch of(Query query) {
        return query.read(in -> new HistorySearch(Paging.of(query, in)));
    }

    Page<MeasurementView> of(PatternId id, PatternScores scores) {
        // A pattern has one measurement at one time, so the next page starts a microsecond earlier.
        Instant upTo = paging.after()
                .map(position -> position.instant(0).minus(1, ChronoUnit.MICROS))
                .orElse(AfterTime.NOTHING.time());
        return paging.page(
                limit -> scores.sizesOfHistory(id, upTo, limit),
                limit -> scores.history(id, upTo, limit),
                MeasurementView::of,
                score -> List.of(score.measurement().measuredAt()));
    }
}
