package dev.onerow.web.bulk;

import dev.onerow.web.problem.Failures;
import dev.onerow.web.problem.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * The answering side of a bulk call: 207, {@code application/x-ndjson}, a line for each input and the receipt. For calls
 * whose input is not a bulk body, such as a list of names in a JSON body; {@link BulkRequest} does the rest for those
 * that have one. Thread-safe.
 */
@Singleton
public final class BulkAnswers {
    private final Streams streams;
    private final Failures failures;

    BulkAnswers(Streams streams, Failures failures) {
        this.streams = streams;
        this.failures = failures;
    }

    /**
     * Answers at once, and does the work on a thread of its own while its answers are sent; they never wait for the
     * client. When the work throws, the last line is the receipt with the problem. It throws by itself when the client
     * is gone.
     *
     * @param work answers each input in order
     */
    public HttpResponse<?> answer(Consumer<LineSink> work) {
        Spool spool = Spool.overflowing();
        streams.start(spool, out -> answer(out, false, work));
        return answerOf(spool.source());
    }

    /** Does the work first and answers with the last line only. */
    HttpResponse<?> answerSummary(Consumer<LineSink> work) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            answer(out, true, work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answerOf(out.toByteArray());
    }

    private void answer(OutputStream out, boolean summary, Consumer<LineSink> work) throws IOException {
        LineSink sink = new LineSink(out, summary);
        Problem problem = null;
        try {
            work.accept(sink);
        } catch (UncheckedIOException gone) {
            throw gone;
        } catch (RuntimeException e) {
            problem = failures.explain(e);
        }
        sink.finish(problem);
    }

    private static HttpResponse<?> answerOf(Object body) {
        return HttpResponse.status(HttpStatus.MULTI_STATUS)
                .contentType(BulkRequest.NDJSON)
                .body(body);
    }
}
