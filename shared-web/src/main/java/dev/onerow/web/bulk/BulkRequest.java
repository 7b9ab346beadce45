package dev.onerow.web.bulk;

import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Outline;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadsQuery;
import io.micronaut.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A request with many rows, as {@code application/x-ndjson} or as a JSON array. A controller takes it as an argument and
 * answers it with what the context does to a chunk of lines:
 *
 * <pre>{@code
 * @Post("/bulk")
 * @Consumes({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
 * @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
 * HttpResponse<?> bulk(@ReadBy(SaveStations.class) BulkRequest request) {
 *     return request.answer(saveStations);
 * }
 * }</pre>
 *
 * Knows the parameters {@code atomic} and {@code receipt}. The body is read and written in chunks, in bounded memory, and
 * never slower because the client does not read its answers.
 */
@ReadsQuery
public final class BulkRequest {
    /** The media type of bulk bodies and of all bulk answers. */
    public static final String NDJSON = "application/x-ndjson";

    private final InputStream body;
    private final boolean array;
    private final Query query;
    private final BulkAnswers answers;
    private final @Nullable Class<?> form;

    BulkRequest(InputStream body, boolean array, Query query, BulkAnswers answers, @Nullable Class<?> form) {
        this.form = form;
        this.body = body;
        this.array = array;
        this.query = query;
        this.answers = answers;
    }

    /**
     * Reads, writes and answers all lines: 207 line by line; with {@code ?receipt=summary} the last line only; with
     * {@code ?atomic=true} 200 and the receipt, or one problem and nothing written.
     */
    public <T> HttpResponse<?> answer(BulkWrite<T> bulk) {
        assert form == null || form.isInstance(bulk) : "@ReadBy names other lines";
        try {
            Options options = options();
            LineSource lines = open();
            if (options.atomic) {
                return new AtomicBulk<>(bulk).answer(lines);
            }
            BulkRun<T> run = BulkRun.start(lines, bulk);
            return options.summary ? answers.answerSummary(run::answer) : answers.answer(run::answer);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What is refused for its parameters is read all the same: the connection has no next request until it is. */
    private Options options() throws IOException {
        try {
            return query.read(Options::read);
        } catch (ProblemException refusal) {
            body.transferTo(OutputStream.nullOutputStream());
            throw refusal;
        }
    }

    private LineSource open() throws IOException {
        if (!array) {
            return new NdjsonLines(body);
        }
        ArrayLines lines = new ArrayLines(body);
        lines.open();
        return lines;
    }

    /** The parameters of every bulk call. */
    public static Outline parameters() {
        return Outline.of(Options::read);
    }

    private record Options(boolean atomic, boolean summary) {
        static Options read(Fields in) {
            return new Options(
                    in.bool("atomic").orElse(false),
                    in.text("receipt").oneOf("summary").optional().isPresent());
        }
    }
}
