package dev.onerow.persistence.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;

/** The sockets of PostgreSQL's driver, which names this class in a URL: they count how often an answer is waited for. */
public final class RoundTrips extends SocketFactory {
    private static final ThreadLocal<Long> COUNT = ThreadLocal.withInitial(() -> 0L);

    /** The JDBC URL of the same database over counting sockets. */
    public static String counting(String url) {
        return url + (url.contains("?") ? "&" : "?") + "socketFactory=" + RoundTrips.class.getName();
    }

    /** The round trips of the calling thread so far: a pool makes its connections in others. */
    public static long count() {
        return COUNT.get();
    }

    @Override
    public Socket createSocket() {
        return new Counting();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("The driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
        return createSocket(host, port);
    }

    /** A question has been asked from the first byte that is written on, and is answered with the next that is read. */
    private static final class Counting extends Socket {
        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    asked.set(true);
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (asked.getAndSet(false)) {
                        COUNT.set(COUNT.get() + 1);
                    }
                    return in.read(bytes, offset, length);
                }
            };
        }
    }
}
