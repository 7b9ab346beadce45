package dev.onerow.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;

/**
 * Makes a body whose transfer coding is broken fail. Without it such a body merely seems to end there, and half a bulk
 * body would be answered as a whole one. A request whose very head is broken is answered further on.
 */
final class BrokenBodyGuard extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean isBody = message instanceof HttpContent && !(message instanceof HttpRequest);
        if (isBody && ((HttpContent) message).decoderResult().isFailure()) {
            Throwable cause = ((HttpContent) message).decoderResult().cause();
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(new IOException("Connection closed: the transfer coding is broken", cause));
        } else {
            context.fireChannelRead(message);
        }
    }
}
