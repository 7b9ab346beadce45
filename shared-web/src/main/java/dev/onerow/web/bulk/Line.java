package dev.onerow.web.bulk;

import java.util.Arrays;

/** The bytes of one line of a bulk body, used again for the next one. */
final class Line {
    /** Bytes that a line has at most. */
    static final int LONGEST = 1 << 20;

    private byte[] bytes = new byte[8 * 1024];
    private int length;
    private long number;

    /** Forgets the line and starts the one of this number, counted from 1. */
    void start(long lineNumber) {
        number = lineNumber;
        length = 0;
    }

    /** Adds bytes; of a line that is too long only the fact is kept. */
    void append(byte[] source, int offset, int count) {
        int room = Math.min(count, LONGEST + 1 - length);
        if (length + room > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(LONGEST + 1, Math.max(2 * bytes.length, length + room)));
        }
        System.arraycopy(source, offset, bytes, length, room);
        length += room;
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!isWhiteSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** White space as JSON has it. */
    static boolean isWhiteSpace(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
