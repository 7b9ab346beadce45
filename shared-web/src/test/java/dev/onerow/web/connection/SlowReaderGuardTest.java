package dev.onerow.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowReaderGuardTest {
    private static final int PATIENCE = 30;

    private final AtomicLong now = new AtomicLong();
    private final SlowReaderGuard guard = new SlowReaderGuard(PATIENCE, now::get);
    private final EmbeddedChannel channel = new EmbeddedChannel(guard);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void leavesAnAnswerAloneThatComesAsTheTimeIsOver() {
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        after(PATIENCE);
        answer();

        lookAfterIt();

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void cutsWhoReadsNothingOfAnAnswerForThatLong() {
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        after(PATIENCE);
        answer();
        after(PATIENCE);

        lookAfterIt();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leavesAloneWhoHasReadEverything() {
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        answer();
        channel.flushOutbound();
        after(PATIENCE);

        lookAfterIt();

        assertThat(channel.isOpen()).isTrue();
    }

    private void answer() {
        var unused = channel.write("answer");
    }

    private void after(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private void lookAfterIt() {
        guard.channelIdle(channel.pipeline().context(guard), IdleStateEvent.WRITER_IDLE_STATE_EVENT);
    }
}
