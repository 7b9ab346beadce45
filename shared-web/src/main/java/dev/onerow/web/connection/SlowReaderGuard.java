package dev.onerow.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a client that reads nothing of a waiting answer for a while, so that it keeps no thread, no rows and no file. A
 * client that is still sending its request is left alone: it may read when it has sent everything, and its patience
 * counts from then. So does that of one who was given nothing to read for as long.
 */
final class SlowReaderGuard extends IdleStateHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SlowReaderGuard.class);

    private final long patienceNanos;
    private final LongSupplier clock;
    private boolean requestIsComplete;
    private long completeSince;
    private long lastWritten;

    SlowReaderGuard(int patienceSeconds) {
        this(patienceSeconds, System::nanoTime);
    }

    /** A guard with a clock that tells nanoseconds. */
    SlowReaderGuard(int patienceSeconds, LongSupplier clock) {
        super(true, 0, patienceSeconds, 0, TimeUnit.SECONDS);
        this.patienceNanos = TimeUnit.SECONDS.toNanos(patienceSeconds);
        this.clock = clock;
        this.lastWritten = clock.getAsLong();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            requestIsComplete = false;
        }
        if (message instanceof LastHttpContent) {
            requestIsComplete = true;
            completeSince = clock.getAsLong();
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        lastWritten = clock.getAsLong();
        super.write(context, message, promise);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        if (requestIsComplete && isLongAgo(completeSince) && isLongAgo(lastWritten) && isWaiting(context)) {
            LOG.info("A client that read nothing of its answer was cut");
            var unused = context.close();
        }
    }

    private boolean isLongAgo(long time) {
        return clock.getAsLong() - time >= patienceNanos;
    }

    private static boolean isWaiting(ChannelHandlerContext context) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        return waiting != null && waiting.totalPendingWriteBytes() > 0;
    }
}
