package dev.onerow.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a client that reads nothing of a waiting answer for a while, so that it keeps no thread, no rows and no file. A
 * client that is still sending its request is left alone: it may read when it has sent everything, and its patience
 * counts from then.
 */
final class SlowReaderGuard extends IdleStateHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SlowReaderGuard.class);

    private final long patienceNanos;
    private boolean requestIsComplete;
    private long completeSince;

    SlowReaderGuard(int patienceSeconds) {
        super(true, 0, patienceSeconds, 0, TimeUnit.SECONDS);
        patienceNanos = TimeUnit.SECONDS.toNanos(patienceSeconds);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            requestIsComplete = false;
        }
        if (message instanceof LastHttpContent) {
            requestIsComplete = true;
            completeSince = System.nanoTime();
        }
        super.channelRead(context, message);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        if (requestIsComplete && System.nanoTime() - completeSince >= patienceNanos && isWaiting(context)) {
            LOG.info("A client that read nothing of its answer was cut");
            var unused = context.close();
        }
    }

    private static boolean isWaiting(ChannelHandlerContext context) {
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        return waiting != null && waiting.totalPendingWriteBytes() > 0;
    }
}
