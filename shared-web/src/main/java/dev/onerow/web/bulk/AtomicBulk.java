package dev.onerow.web.bulk;

import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * All lines or none. They are received and checked first, so that a slow client keeps no transaction open, and are then
 * written chunk by chunk in one transaction, which may have to be done again.
 */
final class AtomicBulk<T> {
    private final BulkWrite<T> bulk;

    AtomicBulk(BulkWrite<T> bulk) {
        this.bulk = bulk;
    }

    HttpResponse<?> answer(LineSource lines) throws IOException {
        try (Kept kept = new Kept()) {
            receive(lines, kept);
            byte[] receipt = bulk.inOneTransaction(() -> writeAll(kept));
            return HttpResponse.ok(receipt).contentType(MediaType.of(BulkRequest.NDJSON));
        }
    }

    /** Refuses at the first bad line, but reads to the end, so that the client gets its answer. */
    private void receive(LineSource lines, Kept kept) throws IOException {
        Chunk<T> chunk = new Chunk<>(bulk);
        Line line = new Line();
        try {
            while (lines.next(line)) {
                Problem problem = chunk.add(line);
                if (problem != null) {
                    throw refusal(line.number(), problem);
                }
                chunk.clear();
                kept.add(line);
            }
        } catch (ProblemException refusal) {
            lines.drain();
            throw refusal;
        }
    }

    private byte[] writeAll(Kept kept) {
        ByteArrayOutputStream receipt = new ByteArrayOutputStream();
        try {
            LineSink sink = new LineSink(receipt, true);
            Chunk.Answers answers = (number, answer) -> {
                if (answer.problem() != null) {
                    throw refusal(number, answer.problem());
                }
                sink.answer(number, answer);
            };
            Chunk<T> chunk = new Chunk<>(bulk);
            Line line = new Line();
            Kept.Reader lines = kept.read();
            while (lines.next(line)) {
                chunk.add(line);
                if (chunk.isFull()) {
                    chunk.write(answers);
                }
            }
            chunk.write(answers);
            sink.finish(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return receipt.toByteArray();
    }

    private static ProblemException refusal(long number, Problem problem) {
        return problem.with("line", number).asException();
    }
}
