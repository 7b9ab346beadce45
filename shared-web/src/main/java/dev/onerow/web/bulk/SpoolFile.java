package dev.onerow.web.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes that wait on disk, first in, first out. The file has no name any more once it is open where the system allows
 * that, so that not even a killed process leaves it behind; elsewhere it goes when it is closed. Not thread-safe.
 */
final class SpoolFile implements Closeable {
    private final FileChannel channel;
    private long readAt;
    private long writeAt;

    private SpoolFile(FileChannel channel) {
        this.channel = channel;
    }

    static SpoolFile create() throws IOException {
        Path path = Files.createTempFile("onerow-", ".spool");
        return new SpoolFile(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    boolean isEmpty() {
        return readAt == writeAt;
    }

    /** How long the file is; bytes that were read count until all are. */
    long size() {
        return writeAt;
    }

    void append(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            writeAt += channel.write(buffer, writeAt);
        }
    }

    /** Reads some bytes; there are any. Once all are read the file starts again at its beginning. */
    int read(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, (int) Math.min(length, writeAt - readAt));
        int read = channel.read(buffer, readAt);
        if (read < 0) {
            throw new IOException("A spool file was cut");
        }
        readAt += read;
        if (isEmpty()) {
            readAt = 0;
            writeAt = 0;
            channel.truncate(0);
        }
        return read;
    }

    /** All bytes from the first, without taking them out. */
    InputStream fromStart() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = channel.read(ByteBuffer.wrap(bytes, offset, length), at);
                at += Math.max(0, read);
                return read;
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
