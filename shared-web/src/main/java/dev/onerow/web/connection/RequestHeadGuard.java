package dev.onerow.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;

/**
 * Gives the head of a request the form in which the framework's router understands all that a client may send: the
 * characters that a path may have and its templates do not match, and the ranges and weights of {@code Accept}.
 */
final class RequestHeadGuard extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            request.setUri(encoded(request.uri()));
            List<String> accept = request.headers().getAll(HttpHeaderNames.ACCEPT);
            if (!accept.isEmpty()) {
                request.headers().set(HttpHeaderNames.ACCEPT, AcceptedTypes.bestFirst(String.join(",", accept)));
            }
        }
        context.fireChannelRead(message);
    }

    /** The same path for everybody (RFC 3986 lets a segment have these), written so that one segment stays one id. */
    static String encoded(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.replace("+", "%2B").replace("&", "%26").replace(";", "%3B") + uri.substring(path.length());
    }
}
