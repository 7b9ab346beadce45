package dev.onerow.quality.web;

import dev.onerow.quality.application.FilterManifest;
import dev.onerow.quality.application.ScorePattern;
import dev.onerow.quality.domain.ManifestFilter.Verdict;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Score;
import dev.onerow.quality.domain.StoredScore;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.door.WritesNothing;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Scores patterns: one, one to be kept, or a whole manifest to be filtered. */
@Controller("/v1/quality")
@ExecuteOn(TaskExecutors.BLOCKING)
class ScoringController {
    private final ScorePattern scorePattern;
    private final FilterManifest filterManifest;
    private final RecordingAnswers recordingAnswers;
    private final PatternScores scores;

    ScoringController(
            ScorePattern scorePattern,
            FilterManifest filterManifest,
            RecordingAnswers recordingAnswers,
            PatternScores scores) {
        this.scorePattern = scorePattern;
        this.filterManifest = filterManifest;
        this.recordingAnswers = recordingAnswers;
        this.scores = scores;
    }

    @Post("/scores")
    @WritesNothing
    ScoreView score(@Body @ReadBy(PatternForm.class) JsonBody body) {
        return ScoreView.of(Score.of(PatternBodies.read(body)));
    }

    @Put("/patterns/{pattern_id}/score")
    HttpResponse<Stored<ScoredPatternView>> scoreAndStore(
            @PathVariable("pattern_id") PatternId id,
            @Body @ReadBy(PatternForm.class) JsonBody body,
            Conditions conditions) {
        var scored = scorePattern.score(id, PatternBodies.read(body, id), PatternScoreController.condition(conditions));
        StoredScore score = RecordedAnswers.scoreOrProblem(scored.recorded());
        return Answers.stored(
                RecordedAnswers.outcome(scored.recorded()),
                RecordedAnswers.path(id),
                ETag.of(score.rowVersion()),
                new ScoredPatternView(PatternScoreView.of(score), SignalsView.of(scored.score())));
    }

    @Post("/manifest")
    ManifestView filter(@Body @ReadBy(ManifestRequest.Sent.class) JsonBody body) {
        ManifestRequest request = body.read(ManifestRequest::read);
        List<Verdict> verdicts = filterManifest.judge(request.entries(), request.minQuality());
        return ManifestView.of(
                request, verdicts, request.isRecording() ? recordingAnswers.of(filterManifest.record(verdicts)) : null);
    }

    @Get("/distribution")
    DistributionView distribution(@ReadBy(DistributionView.Parameters.class) Query query) {
        return DistributionView.of(scores.distribution(query.read(DistributionView::buckets)));
    }
}
