package dev.onerow.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SpoolTest {
    private static final byte[] BLOCK = new byte[64 * 1024];

    @Test
    void neverKeepsTheMakerWaitingWhenItOverflows() throws IOException {
        Spool spool = Spool.overflowing();
        try (InputStream source = spool.source()) {
            try (OutputStream sink = spool.sink()) {
                for (int i = 0; i < 400; i++) {
                    sink.write(BLOCK);
                }
            }

            assertThat(source.readAllBytes()).hasSize(400 * BLOCK.length);
        }
    }

    @Test
    void keepsTheMakerWaitingForASlowReaderOtherwise() throws Exception {
        Spool spool = Spool.overflowing(BLOCK.length, 0);
        OutputStream sink = spool.sink();
        sink.write(BLOCK);

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> write(sink));
        boolean waited = !isDone(second);
        assertThat(spool.source().readNBytes(BLOCK.length)).hasSize(BLOCK.length);
        second.get();

        assertThat(waited).isTrue();
    }

    @Test
    void keepsTheMakerWaitingWhenTheDiskHasItsShareToo() throws Exception {
        Spool spool = Spool.overflowing(BLOCK.length, 2L * BLOCK.length);
        OutputStream sink = spool.sink();
        for (int i = 0; i < 3; i++) {
            sink.write(BLOCK);
        }

        CompletableFuture<Void> fourth = CompletableFuture.runAsync(() -> write(sink));
        boolean waited = !isDone(fourth);
        try (InputStream source = spool.source()) {
            assertThat(source.readNBytes(3 * BLOCK.length)).hasSize(3 * BLOCK.length);
            fourth.get();
            assertThat(source.readNBytes(1)).hasSize(1);
        }

        assertThat(waited).isTrue();
    }

    @Test
    void stopsAMakerThatWaitsForAReaderWhoIsGone() throws Exception {
        Spool spool = Spool.overflowing(BLOCK.length, 0);
        OutputStream sink = spool.sink();
        sink.write(BLOCK);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> write(sink));

        spool.source().close();

        assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> sink.write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void wakesAReaderThatWaitsWhenItIsClosed() throws Exception {
        Spool spool = Spool.overflowing();
        InputStream source = spool.source();
        CompletableFuture<Object> reading = CompletableFuture.supplyAsync(() -> read(source));

        source.close();

        assertThatThrownBy(reading::get).isInstanceOf(ExecutionException.class);
    }

    @Test
    void handsOutWhatWasWrittenBeforeItFails() throws IOException {
        Spool spool = Spool.overflowing();
        spool.sink().write(BLOCK);
        spool.fail(new IllegalStateException("broken"));

        assertThat(spool.awaitFirstByte()).isEmpty();
        assertThat(spool.source().readNBytes(BLOCK.length)).hasSize(BLOCK.length);
        assertThatThrownBy(() -> spool.source().read()).isInstanceOf(IOException.class);
    }

    @Test
    void tellsWhyThereWillNeverBeAFirstByte() throws IOException {
        Spool spool = Spool.overflowing(10, 0);
        spool.fail(new IllegalStateException("broken"));

        assertThat(spool.awaitFirstByte()).get().isInstanceOf(IllegalStateException.class);
    }

    private static boolean isDone(CompletableFuture<Void> work) throws Exception {
        try {
            work.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static void write(OutputStream sink) {
        try {
            sink.write(BLOCK);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(InputStream source) {
        try {
            return source.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
