package dev.onerow.web.bulk;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a client that reads nothing of a waiting answer for a while, so that it keeps no thread, no rows and no file. A
 * client that is still sending its request is left alone: it may read when it has sent everything.
 */
@Singleton
final class SlowReaderGuard implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final Logger LOG = LoggerFactory.getLogger(SlowReaderGuard.class);

    private final PatienceConfiguration patience;

    SlowReaderGuard(PatienceConfiguration patience) {
        this.patience = patience;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(patience.seconds(), null));
        return event.getBean();
    }

    private record Customizer(int seconds, @Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel specialized, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Customizer(seconds, specialized) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null
                    && channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                channel.pipeline()
                        .addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                                "slow-reader-guard",
                                new Guard(seconds));
            }
        }
    }

    private static final class Guard extends IdleStateHandler {
        private final long patienceNanos;
        private boolean requestIsComplete;
        private long completeSince;

        Guard(int seconds) {
            super(true, 0, seconds, 0, TimeUnit.SECONDS);
            patienceNanos = TimeUnit.SECONDS.toNanos(seconds);
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
}
