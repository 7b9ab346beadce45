package dev.onerow.web.sample;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connection without an HTTP client between, so that a test decides what is sent and read, and when. */
final class RawConnection implements AutoCloseable {
    private static final int SMALL_WINDOW = 16 * 1024;
    private static final String LENGTH = "content-length:";

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Starts a request whose body comes in chunks. */
    void startPost(String path, String contentType) throws IOException {
        send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType
                + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    void sendChunk(String text) throws IOException {
        send(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
    }

    void endBody() throws IOException {
        send("0\r\n\r\n");
    }

    /** The next line of whatever comes, without its end; null when the server has closed the connection. */
    @Nullable
    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** Reads the head of an answer and gives its first line. */
    String readHead() throws IOException {
        String status = String.valueOf(readLine());
        String line = status;
        while (line != null && !line.isEmpty()) {
            line = readLine();
        }
        return status;
    }

    /** Reads an answer that tells its length, and gives its first line. */
    String readAnswer() throws IOException {
        String status = String.valueOf(readLine());
        int length = 0;
        for (String line = readLine(); line != null && !line.isEmpty(); line = readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        in.readNBytes(length);
        return status;
    }

    /** Whatever comes until the server closes the connection. */
    String readRest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Leaves without a word, as a process that is killed. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
