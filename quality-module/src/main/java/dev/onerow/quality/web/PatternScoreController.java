package dev.onerow.quality.web;

import dev.onerow.quality.application.RecordStatedScores;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.StoredScore;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.problem.Problems;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Current scores, one for each pattern, and their history. */
@Controller(RecordedAnswers.SCORES)
@ExecuteOn(TaskExecutors.BLOCKING)
class PatternScoreController {
    private final RecordStatedScores recordScores;
    private final BulkScores bulkScores;
    private final PatternScores scores;

    PatternScoreController(RecordStatedScores recordScores, BulkScores bulkScores, PatternScores scores) {
        this.recordScores = recordScores;
        this.bulkScores = bulkScores;
        this.scores = scores;
    }

    @Put("/{pattern_id}")
    HttpResponse<Stored<PatternScoreView>> put(
            @PathVariable("pattern_id") PatternId id,
            @Body @ReadBy(BulkScores.class) JsonBody body,
            Conditions conditions) {
        Recorded recorded = recordScores.record(body.read(in -> StatedScores.read(in, id)), condition(conditions));
        StoredScore score = RecordedAnswers.scoreOrProblem(recorded);
        return Answers.stored(
                RecordedAnswers.outcome(recorded),
                RecordedAnswers.path(id),
                ETag.of(score.rowVersion()),
                PatternScoreView.of(score));
    }

    @Post("/bulk")
    @Consumes({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    HttpResponse<?> bulk(@ReadBy(BulkScores.class) BulkRequest request) {
        return request.answer(bulkScores);
    }

    @Get
    Page<PatternScoreView> list(@ReadBy(ScoreSearch.Parameters.class) Query query) {
        return ScoreSearch.of(query).in(scores);
    }

    @Get("/{pattern_id}")
    HttpResponse<PatternScoreView> get(@PathVariable("pattern_id") PatternId id, Conditions conditions) {
        StoredScore score = known(id);
        return Answers.found(conditions, ETag.of(score.rowVersion()), PatternScoreView.of(score));
    }

    @Get("/{pattern_id}/history")
    Page<MeasurementView> history(@PathVariable("pattern_id") PatternId id, @ReadBy(PageParameters.class) Query query) {
        known(id);
        return HistorySearch.of(query).of(id, scores);
    }

    @Delete("/{pattern_id}")
    HttpResponse<Void> delete(@PathVariable("pattern_id") PatternId id, Conditions conditions) {
        return switch (scores.remove(id, condition(conditions))) {
            case REMOVED -> Answers.deleted();
            case MISSING -> throw QualityProblems.unknownPatternScore(id).asException();
            case CONDITION_FAILED ->
                throw Problems.preconditionFailed(
                                scores.find(id).map(StoredScore::rowVersion).orElse(null))
                        .asException();
        };
    }

    static Condition condition(Conditions conditions) {
        return new Condition(conditions::permit, conditions.namesVersion());
    }

    private StoredScore known(PatternId id) {
        return scores.find(id)
                .orElseThrow(() -> QualityProblems.unknownPatternScore(id).asException());
    }
}
