package dev.onerow.persistence.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between an application and the PostgreSQL server of a test, so that this application alone can lose it:
 * {@link #cut} ends all connections and refuses new ones, {@link #mend} lets them pass again. Closing cuts.
 */
public final class Relay implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final String url;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    /** Relays to the server of this JDBC URL. */
    public Relay(String url) {
        this.url = url;
        URI address = URI.create(url.substring("jdbc:".length()));
        host = address.getHost();
        port = address.getPort();
        door = listen(0);
    }

    /** The JDBC URL of the same database through this relay. */
    public synchronized String url() {
        return url.replace(host + ":" + port, "127.0.0.1:" + door.getLocalPort());
    }

    /** Ends every connection and refuses new ones. */
    public synchronized void cut() {
        close(door);
        open.forEach(Relay::close);
        open.clear();
    }

    /** Lets connections pass again, under the same address. */
    public synchronized void mend() {
        door = listen(door.getLocalPort());
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
            inBackground(() -> welcome(fresh));
            return fresh;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void welcome(ServerSocket fresh) {
        try {
            while (true) {
                Socket client = fresh.accept();
                Socket server = new Socket(host, port);
                open.add(client);
                open.add(server);
                inBackground(() -> copy(client, server));
                inBackground(() -> copy(server, client));
                if (fresh.isClosed()) {
                    close(client);
                    close(server);
                }
            }
        } catch (IOException cut) {
            close(fresh);
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // The other direction ends with this one, below.
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
