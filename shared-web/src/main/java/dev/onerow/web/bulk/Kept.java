package dev.onerow.web.bulk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/** Lines that were received and can be read any number of times: in memory up to a bound, beyond it in a file. */
final class Kept implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new Sink(), BUFFER));
    private @Nullable SpoolFile file;
    private long lines;

    void add(Line line) throws IOException {
        out.writeLong(line.number());
        out.writeInt(line.length());
        out.write(line.bytes(), 0, line.length());
        lines++;
    }

    /** All lines, from the first. */
    Reader read() throws IOException {
        out.flush();
        InputStream beginning = new ByteArrayInputStream(memory.toByteArray());
        InputStream all = file == null ? beginning : new SequenceInputStream(beginning, file.fromStart());
        return new Reader(new DataInputStream(new BufferedInputStream(all, BUFFER)), lines);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** Hands the lines out again, one after another. */
    static final class Reader {
        private final DataInputStream in;
        private long left;

        private Reader(DataInputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        /** Reads the next line into this one, and tells whether there was one. */
        boolean next(Line line) throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            line.start(in.readLong());
            byte[] bytes = in.readNBytes(in.readInt());
            line.append(bytes, 0, bytes.length);
            return true;
        }
    }

    private final class Sink extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (file == null && memory.size() + length <= Spool.MEMORY) {
                memory.write(bytes, offset, length);
            } else {
                file = file == null ? SpoolFile.create() : file;
                file.append(bytes, offset, length);
            }
        }
    }
}
