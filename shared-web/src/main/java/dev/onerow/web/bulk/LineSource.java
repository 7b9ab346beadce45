package dev.onerow.web.bulk;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a bulk body, one after another, in bounded memory. */
abstract class LineSource {
    private final InputStream body;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;

    LineSource(InputStream body) {
        this.body = body;
    }

    /**
     * Reads the next line into this one.
     *
     * @return whether there was one
     * @throws IOException when the client is gone
     */
    abstract boolean next(Line line) throws IOException;

    /** Reads what is left and drops it, so that a client which sends everything before it reads gets its answer. */
    final void drain() throws IOException {
        while (fill()) {
            position = end;
        }
    }

    /** Whether there is a byte to look at. */
    final boolean fill() throws IOException {
        if (position < end) {
            return true;
        }
        position = 0;
        end = Math.max(0, body.read(buffer, 0, buffer.length));
        return end > 0;
    }

    /** The byte at hand; {@link #fill} was true. */
    final int peek() {
        return buffer[position];
    }

    final void skip() {
        position++;
    }

    /** Moves the byte at hand into the line. */
    final void take(Line line) {
        line.append(buffer, position, 1);
        position++;
    }

    /** Moves the bytes at hand up to a line feed into the line. Whether the line feed was found; it is skipped. */
    final boolean takeUntilLineFeed(Line line) {
        int from = position;
        while (position < end && buffer[position] != '\n') {
            position++;
        }
        line.append(buffer, from, position - from);
        boolean found = position < end;
        if (found) {
            position++;
        }
        return found;
    }
}
