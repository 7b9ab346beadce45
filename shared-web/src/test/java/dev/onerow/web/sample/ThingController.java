package dev.onerow.web.sample;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.bulk.BulkAnswers;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.bulk.Streams;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.door.WritesNothing;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.Upload;
import dev.onerow.web.trace.RequestId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every convention of the contract once, over things. */
@Controller("/v1/things")
@ExecuteOn(TaskExecutors.BLOCKING)
class ThingController {
    private final Things things;
    private final BulkAnswers bulkAnswers;
    private final Streams streams;

    ThingController(Things things, BulkAnswers bulkAnswers, Streams streams) {
        this.things = things;
        this.bulkAnswers = bulkAnswers;
        this.streams = streams;
    }

    @Put("/{code}")
    HttpResponse<Stored<Thing>> put(ThingCode code, @Body JsonBody body, Conditions conditions) {
        Thing incoming = body.read(in -> Thing.read(in, code.value()));
        var change = things.save(incoming, conditions);
        return Answers.stored(
                change.outcome(),
                Answers.path("/v1/things", code.value()),
                ETag.of(change.thing().version()),
                change.thing());
    }

    @Get("/{code}")
    HttpResponse<Thing> get(ThingCode code, Conditions conditions) {
        Thing thing = things.find(code.value()).orElseThrow(() -> unknown(code));
        return Answers.found(conditions, ETag.weak(thing.version(), thing.tags().size()), thing);
    }

    @Get
    Page<Thing> list(Query query) {
        Paging paging = query.read(in -> {
            in.text("host");
            return Paging.of(query, in);
        });
        return paging.page(
                things.after(paging.after().map(position -> position.text(0)), paging.fetch()),
                thing -> thing,
                thing -> List.of(thing.code()));
    }

    @Delete("/{code}")
    HttpResponse<Void> delete(ThingCode code) {
        if (!things.delete(code.value())) {
            throw unknown(code);
        }
        return Answers.deleted();
    }

    @Post("/bulk")
    @Consumes({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    HttpResponse<?> bulk(BulkRequest request) {
        return request.answer(things);
    }

    @Post("/touch")
    @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    HttpResponse<?> touch(@Body @Nullable JsonBody codes) {
        List<String> named = codes == null ? List.of() : codes.readTexts();
        return bulkAnswers.answer(sink -> named.forEach(code -> sink.answer(
                things.find(code).isPresent()
                        ? LineAnswer.of(Map.of("code", code), dev.onerow.persistence.Outcome.UNCHANGED)
                        : LineAnswer.rejected(unknown(new ThingCode(code)).problem()))));
    }

    @Post("/measure")
    @WritesNothing
    Map<String, Object> measure(@Body JsonBody body) {
        return Map.of("amount", body.read(in -> Thing.read(in, "X")).amount());
    }

    @Post("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Map<String, Object> file(@Body MultipartBody form) throws IOException {
        try (Upload upload = Upload.ofFile(form);
                InputStream file = upload.file().getInputStream()) {
            return Map.of("size", file.readAllBytes().length);
        }
    }

    @Get("/rows")
    @Produces(MediaType.TEXT_CSV)
    HttpResponse<?> rows(@QueryValue int count) {
        return streams.answer(MediaType.TEXT_CSV, out -> {
            if (count < 0) {
                throw new StoreUnavailable("gone", null);
            }
            byte[] row = "0123456789,0123456789,0123456789\r\n".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < count; i++) {
                out.write(row);
            }
        });
    }

    @Get("/raw/{id}")
    String raw(UUID id, @QueryValue int days) {
        return id + " " + days;
    }

    @Get("/failing")
    String failing() {
        throw new IllegalStateException("SELECT secret FROM dev.onerow.Hidden");
    }

    @Get("/away")
    String away() {
        throw new IllegalStateException(new StoreUnavailable("jdbc:secret", new IllegalStateException("inner secret")));
    }

    @Get("/request-id")
    Map<String, String> requestId() {
        return Map.of("id", RequestId.current().orElseThrow().text(), "log", org.slf4j.MDC.get("request_id"));
    }

    private static dev.onerow.web.problem.ProblemException unknown(ThingCode code) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-thing", "Unknown thing")
                .detail("No thing " + code.value() + ".")
                .with("code", code.value())
                .asException();
    }
}
