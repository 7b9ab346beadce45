package dev.onerow.registry.web;

import dev.onerow.persistence.views.RowQuery;
import dev.onerow.registry.application.ReadRows;
import dev.onerow.registry.application.ReadRows.Reading;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.bulk.Streams;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The rows of a view: a page as JSON, or all of them as CSV or NDJSON. */
@Controller(ViewController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class RowsController {
    private static final String CSV = MediaType.TEXT_CSV + "; charset=utf-8; header=present";
    private static final List<String> FORMS =
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_CSV, BulkRequest.NDJSON);

    private final ReadRows readRows;
    private final Streams streams;

    RowsController(ReadRows readRows, Streams streams) {
        this.readRows = readRows;
        this.streams = streams;
    }

    @Get("/{table_name}/rows")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RowsPage.class)),
                @Content(mediaType = MediaType.TEXT_CSV),
                @Content(mediaType = BulkRequest.NDJSON)
            })
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV, BulkRequest.NDJSON})
    HttpResponse<InputStream> rows(
            @PathVariable("table_name") ViewName tableName,
            @ReadBy(RowsRequest.Parameters.class) Query query,
            HttpHeaders headers) {
        return switch (wanted(headers)) {
            case MediaType.TEXT_CSV ->
                answer(tableName, CSV, RowsRequest.stream(query).queryOfStream(), RowWriter::csv);
            case BulkRequest.NDJSON ->
                answer(tableName, BulkRequest.NDJSON, RowsRequest.stream(query).queryOfStream(), RowWriter::ndjson);
            default -> {
                var page = RowsRequest.page(query);
                yield answer(
                        tableName,
                        MediaType.APPLICATION_JSON,
                        page.queryOfPage(),
                        (reading, out) -> RowWriter.page(reading, page, out));
            }
        };
    }

    /** The first of our forms that the client accepts, in the order of its preference; JSON when it does not say. */
    private static String wanted(HttpHeaders headers) {
        return headers.accept().stream()
                .map(MediaType::getName)
                .filter(FORMS::contains)
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }

    @FunctionalInterface
    private interface Form {
        void write(Reading reading, OutputStream out) throws IOException;
    }

    private HttpResponse<InputStream> answer(ViewName name, String mediaType, RowQuery query, Form form) {
        return streams.answer(
                mediaType,
                out -> readRows.read(name, query, reading -> {
                            try {
                                form.write(reading, out);
                                return true;
                            } catch (IOException gone) {
                                throw new UncheckedIOException(gone);
                            }
                        })
                        .orElseThrow(RegistryProblems::exception));
    }
}
