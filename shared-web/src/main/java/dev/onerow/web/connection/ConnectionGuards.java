package dev.onerow.web.connection;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts our guards on every connection, right behind the codec that takes requests apart. */
@Singleton
final class ConnectionGuards implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    /**
     * Bytes that the system sends for us. More, which it would take by itself, hide for minutes that a slow client reads.
     */
    private static final int SEND_BUFFER = 128 * 1024;

    private final int patienceSeconds;

    ConnectionGuards(@Value("${onerow.web.patience-seconds:30}") int patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(patienceSeconds, null));
        return event.getBean();
    }

    private record Customizer(int patienceSeconds, @Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel specialized, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Customizer(patienceSeconds, specialized) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null) {
                return;
            }
            channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(codec) != null) {
                pipeline.addAfter(codec, "request-head-guard", new RequestHeadGuard());
                pipeline.addAfter(codec, "broken-body-guard", new BrokenBodyGuard());
                pipeline.addAfter(codec, "slow-reader-guard", new SlowReaderGuard(patienceSeconds));
            }
        }
    }
}
