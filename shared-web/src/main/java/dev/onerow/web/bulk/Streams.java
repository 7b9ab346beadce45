package dev.onerow.web.bulk;

import dev.onerow.web.problem.Failures;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that are made while they are sent, in bounded memory. Thread-safe. */
@Singleton
public final class Streams {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int AHEAD = 256 * 1024;

    // Whoever reads slowly holds a piece of the disk and not, for as long as they like, one of few connections.
    private static final long AHEAD_ON_DISK = 1L << 30;

    private final Executor executor;
    private final Failures failures;
    private final AtomicInteger atWork = new AtomicInteger();

    Streams(@Named(TaskExecutors.BLOCKING) Executor executor, Failures failures) {
        this.executor = executor;
        this.failures = failures;
    }

    /** Makes an answer, on a thread of its own. */
    @FunctionalInterface
    public interface Work {
        /**
         * Writes the whole answer. A client that reads slowly is waited for, in {@code write}, only when a gibibyte lies
         * in a temporary file; {@code write} throws when the client has left, or was cut because it read nothing for 30
         * seconds. Closing the stream does not end the answer, returning from here does.
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Answers 200 with what the work writes, in this media type. A failure before the first byte is answered as its
     * problem; a later one breaks the connection off, so that nobody takes half an answer for a whole one.
     */
    public HttpResponse<InputStream> answer(String mediaType, Work work) {
        Spool spool = Spool.overflowing(AHEAD, AHEAD_ON_DISK);
        start(spool, work);
        try {
            Optional<Throwable> failure = spool.awaitFirstByte();
            if (failure.isPresent()) {
                throw failures.explain(failure.get()).asException();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HttpResponse.ok(spool.source()).contentType(MediaType.of(mediaType));
    }

    /** How many answers are being made at the moment. */
    public int atWork() {
        return atWork.get();
    }

    void start(Spool spool, Work work) {
        PropagatedContext context = PropagatedContext.getOrEmpty();
        executor.execute(context.wrap(() -> make(spool, work)));
    }

    private void make(Spool spool, Work work) {
        atWork.incrementAndGet();
        try {
            OutputStream out = spool.sink();
            work.writeTo(new LeftOpen(out));
            out.close();
        } catch (IOException | RuntimeException | Error e) {
            LOG.debug("A streamed answer ended early", e);
            spool.fail(e);
        } finally {
            atWork.decrementAndGet();
        }
    }

    /** Work that fails often closes what it writes to, on its way out. Whoever reads must not take that for the end. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
