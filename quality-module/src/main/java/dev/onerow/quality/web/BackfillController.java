package dev.onerow.quality.web;

import dev.onerow.quality.application.CancelBackfill;
import dev.onerow.quality.application.StartBackfill;
import dev.onerow.quality.domain.AfterTime;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.problem.Problems;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import dev.onerow.web.request.Upload;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Jobs that score whole collections. */
@Controller(BackfillController.BACKFILLS)
@ExecuteOn(TaskExecutors.BLOCKING)
class BackfillController {
    static final String BACKFILLS = "/v1/quality/backfills";

    private final StartBackfill startBackfill;
    private final CancelBackfill cancelBackfill;
    private final Backfills backfills;

    BackfillController(StartBackfill startBackfill, CancelBackfill cancelBackfill, Backfills backfills) {
        this.startBackfill = startBackfill;
        this.cancelBackfill = cancelBackfill;
        this.backfills = backfills;
    }

    @Post
    @ApiResponse(responseCode = "202", description = "The job: this one, or the one that had its id")
    HttpResponse<BackfillView> start(@Body @ReadBy(BackfillRequest.OfQdrant.class) JsonBody body) {
        BackfillRequest request = body.read(in -> BackfillRequest.read(in, false));
        return accepted(startBackfill.start(request.id(), request.order()));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ApiResponse(responseCode = "202", description = "The job: this one, or the one that had its id")
    HttpResponse<BackfillView> startWithFile(@Body @ReadBy(BackfillRequest.OfFile.class) MultipartBody form)
            throws IOException {
        try (Upload upload = Upload.ofFileAndRequest(form)) {
            BackfillRequest request = upload.request().read(in -> BackfillRequest.read(in, true));
            try (InputStream lines = upload.file().getInputStream()) {
                return accepted(startBackfill.start(request.id(), request.order(), lines));
            }
        }
    }

    @Get
    Page<BackfillView> list(@ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        List<Backfill> jobs = backfills.latest(
                paging.after()
                        .map(position -> new AfterTime(position.instant(0), UUID.fromString(position.text(1))))
                        .orElse(AfterTime.NOTHING),
                paging.fetch());
        return paging.page(
                jobs, BackfillView::of, job -> List.of(job.createdAt(), job.id().toString()));
    }

    @Get("/{id}")
    HttpResponse<BackfillView> get(@PathVariable("id") BackfillId id, Conditions conditions) {
        Backfill job = backfills
                .find(id)
                .orElseThrow(() -> QualityProblems.unknownBackfill(id).asException());
        return Answers.found(conditions, ETag.of(job.rowVersion()), BackfillView.of(job));
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "409", description = "It has ended by itself")
    HttpResponse<Void> cancel(@PathVariable("id") BackfillId id, Conditions conditions) {
        return switch (cancelBackfill.cancel(id, PatternScoreController.condition(conditions))) {
            case CANCELLED -> Answers.deleted();
            case MISSING -> throw QualityProblems.unknownBackfill(id).asException();
            case FINISHED -> throw QualityProblems.backfillFinished(id).asException();
            case CONDITION_FAILED ->
                throw Problems.preconditionFailed(
                                backfills.find(id).map(Backfill::rowVersion).orElse(null))
                        .asException();
        };
    }

    private static HttpResponse<BackfillView> accepted(Backfill job) {
        return Answers.accepted(Answers.path(BACKFILLS, job.id().toString()), BackfillView.of(job));
    }
}
