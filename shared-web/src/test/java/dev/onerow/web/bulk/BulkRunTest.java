package dev.onerow.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.web.request.Fields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BulkRunTest {
    private static final String MANY_LINES = "{\"code\":\"A\"}\n".repeat(50_000);

    @Test
    void readsTheWholeBodyBeforeItTellsThatItCannotGoOn() throws IOException {
        ByteArrayInputStream body = new ByteArrayInputStream(MANY_LINES.getBytes(StandardCharsets.UTF_8));
        BulkRun<String> run = BulkRun.start(new NdjsonLines(body), new Failing());
        LineSink sink = new LineSink(OutputStream.nullOutputStream(), false);

        assertThatThrownBy(() -> run.answer(sink)).isInstanceOf(IllegalStateException.class);

        assertThat(body.available()).isZero();
        assertThat(sink.receipt().received()).isZero();
    }

    @Test
    void readsTheWholeBodyOfAnAtomicWriteBeforeItRefuses() {
        String body = "nonsense\n" + MANY_LINES;
        ByteArrayInputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new AtomicBulk<>(new Failing()).answer(new NdjsonLines(bytes)))
                .hasMessageContaining("malformed-request");

        assertThat(bytes.available()).isZero();
    }

    /** A store that takes nothing. */
    private static final class Failing implements BulkWrite<String> {
        @Override
        public String read(Fields line) {
            return line.text("code").required();
        }

        @Override
        public List<LineAnswer> write(List<String> lines) {
            throw new IllegalStateException("broken");
        }

        @Override
        public <R> R inOneTransaction(Supplier<R> work) {
            return work.get();
        }
    }
}
