package dev.onerow.telemetry.web;

import dev.onerow.telemetry.application.RecordExtractions;
import dev.onerow.telemetry.application.RemoveExtraction;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.Operation;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Recorded;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
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
import org.jspecify.annotations.Nullable;

/** Extractions: reported once or many times, shown, listed, removed. */
@Controller(ExtractionController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class ExtractionController {
    static final String PATH = "/v1/telemetry/extractions";
    private static final int LONGEST_BODY = 1 << 20;

    private final RecordExtractions recordExtractions;
    private final RemoveExtraction removeExtraction;
    private final Operations operations;

    ExtractionController(
            RecordExtractions recordExtractions, RemoveExtraction removeExtraction, Operations operations) {
        this.recordExtractions = recordExtractions;
        this.removeExtraction = removeExtraction;
        this.operations = operations;
    }

    @Put("/{operation_id}")
    HttpResponse<Stored<OperationView>> put(
            @PathVariable("operation_id") OperationId id,
            @Body @ReadBy(ExtractionLines.class) JsonBody body,
            Conditions conditions) {
        Extraction extraction = ReportBody.accepted(body.atMost(LONGEST_BODY).read(in -> ReportBody.read(in, id)));
        RecordExtractions.Shown shown = recordExtractions.recordAndShow(extraction, conditions::permit);
        Operation operation = shown.operation();
        if (operation == null || shown.outcome() == Recorded.Outcome.CONDITION_FAILED) {
            throw Problems.preconditionFailed(version(operation)).asException();
        }
        return Answers.stored(
                ExtractionLines.outcome(shown.outcome()),
                Answers.path(PATH, id.value()),
                tag(operation),
                OperationView.of(operation));
    }

    @Post("/bulk")
    @Consumes({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    HttpResponse<?> bulk(@ReadBy(ExtractionLines.class) BulkRequest request) {
        return request.answer(new ExtractionLines(recordExtractions));
    }

    @Get
    Page<OperationView> list(@ReadBy(ExtractionSearch.Parameters.class) Query query) {
        return ExtractionSearch.of(query).in(operations);
    }

    @Get("/{operation_id}")
    HttpResponse<OperationView> get(@PathVariable("operation_id") OperationId id, Conditions conditions) {
        Operation operation = operations
                .find(id)
                .orElseThrow(() -> TelemetryProblems.unknownExtraction(id).asException());
        return Answers.found(conditions, tag(operation), OperationView.of(operation));
    }

    @Delete("/{operation_id}")
    HttpResponse<Void> delete(@PathVariable("operation_id") OperationId id, Conditions conditions) {
        return switch (removeExtraction.remove(id, conditions::permit)) {
            case REMOVED -> Answers.deleted();
            case MISSING -> throw TelemetryProblems.unknownExtraction(id).asException();
            case CONDITION_FAILED ->
                throw Problems.preconditionFailed(version(operations.find(id).orElse(null)))
                        .asException();
        };
    }

    private static ETag tag(Operation operation) {
        return ETag.of(operation.fact().row().number());
    }

    private static @Nullable Long version(@Nullable Operation operation) {
        return operation == null ? null : (Long) operation.fact().row().number();
    }
}
