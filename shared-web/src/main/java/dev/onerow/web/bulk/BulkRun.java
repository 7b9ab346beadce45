package dev.onerow.web.bulk;

import dev.onerow.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One bulk body on its way through: read and written chunk by chunk, a transaction each. */
final class BulkRun<T> {
    private final LineSource lines;
    private final Chunk<T> chunk;
    private final Line line = new Line();

    private BulkRun(LineSource lines, BulkWrite<T> bulk) {
        this.lines = lines;
        this.chunk = new Chunk<>(bulk);
    }

    /**
     * Reads the first chunk, before anything is answered: a body that is no list of anything is refused as a whole.
     *
     * @throws ProblemException when the body breaks off as JSON within the first chunk
     */
    static <T> BulkRun<T> start(LineSource lines, BulkWrite<T> bulk) throws IOException {
        BulkRun<T> run = new BulkRun<>(lines, bulk);
        try {
            run.fillChunk();
            return run;
        } catch (ProblemException refusal) {
            lines.drain();
            throw refusal;
        }
    }

    /** Writes and answers all. When it cannot go on it reads what is left, so that the client gets its answer. */
    void answer(LineSink sink) {
        try {
            while (!chunk.isEmpty()) {
                chunk.write(sink::answer);
                sink.flush();
                fillChunk();
            }
        } catch (UncheckedIOException gone) {
            throw gone;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (RuntimeException e) {
            drain();
            throw e;
        }
    }

    private void fillChunk() throws IOException {
        while (!chunk.isFull() && lines.next(line)) {
            chunk.add(line);
        }
    }

    private void drain() {
        try {
            lines.drain();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
