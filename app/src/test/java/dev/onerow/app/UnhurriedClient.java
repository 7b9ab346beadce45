package dev.onerow.app;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client of one request that reads nothing of the answer until it is told to. */
final class UnhurriedClient implements Closeable {
    private final Socket socket;

    UnhurriedClient(String address) throws IOException {
        var uri = URI.create(address);
        this.socket = new Socket(uri.getHost(), uri.getPort());
    }

    /** Sends the request line and the headers of a request, without their ends. */
    void begin(String... head) throws IOException {
        write(String.join("\r\n", head) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Sends a part of a chunked body. */
    void send(String part) throws IOException {
        write(Integer.toHexString(part.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + part + "\r\n");
    }

    /** Sends the end of a chunked body. */
    void end() throws IOException {
        write("0\r\n\r\n");
    }

    private void write(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The status line of the answer. Comes before the body. */
    String status() throws IOException {
        var in = socket.getInputStream();
        var status = line(in);
        while (!line(in).isEmpty()) {
            // Headers: the body is chunked, which is all that matters here.
        }
        return status;
    }

    /** The body of the answer. */
    BufferedReader body() throws IOException {
        return new BufferedReader(new InputStreamReader(new Chunks(socket.getInputStream()), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The answer breaks off behind: " + line);
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The content of a chunked body. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private int left;
        private boolean started;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                next();
            }
            if (ended) {
                return -1;
            }
            int read = in.read(bytes, offset, Math.min(length, left));
            if (read < 0) {
                throw new EOFException("The answer breaks off");
            }
            left -= read;
            return read;
        }

        private void next() throws IOException {
            if (started) {
                line(in);
            }
            started = true;
            left = Integer.parseInt(line(in), 16);
            ended = left == 0;
        }
    }
}
