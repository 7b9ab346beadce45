package dev.onerow.quality.application;

import dev.onerow.quality.domain.Backfills.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into lines, in bounded memory. Blank lines, of nothing but what JSON takes for white space, are counted
 * in the numbers of the others and left out. Not thread-safe.
 */
final class FileLines {
    private static final int LONGEST = 1 << 20;
    private static final int AT_ONCE = 1 << 16;
    private static final char REPLACEMENT = '\uFFFD';
    private static final String TOO_LONG = "longer than " + LONGEST + " bytes";
    private static final String NOT_UTF_8 = "not UTF-8";

    private final InputStream file;
    private final byte[] buffer = new byte[AT_ONCE];
    private int next;
    private int end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isBlank;
    private long number;

    FileLines(InputStream file) {
        this.file = file;
    }

    /** The next lines; none at the end of the file only, however many blank ones stand before it. */
    List<Line> next(int atMostLines, long atMostBytes) {
        List<Line> lines = new ArrayList<>();
        long bytes = 0;
        while (lines.size() < atMostLines && bytes < atMostBytes && readLine()) {
            if (!isBlank) {
                bytes += line.size();
                lines.add(new Line(number, text()));
            }
        }
        return lines;
    }

    /** How many lines are left; reads to the end of the file. */
    long count() {
        long count = 0;
        while (readLine()) {
            count += isBlank ? 0 : 1;
        }
        return count;
    }

    private boolean readLine() {
        line.reset();
        isBlank = true;
        if (!fill()) {
            return false;
        }
        number++;
        do {
            int stop = next;
            while (stop < end && buffer[stop] != '\n') {
                isBlank = isBlank && (buffer[stop] == ' ' || buffer[stop] == '\t' || buffer[stop] == '\r');
                stop++;
            }
            // Of a line that is too long one byte more is kept, as a sign.
            line.write(buffer, next, Math.min(stop - next, LONGEST + 1 - line.size()));
            next = stop;
        } while (next == end && fill());
        next = Math.min(next + 1, end);
        return true;
    }

    /** Whether there is a byte to look at. */
    private boolean fill() {
        if (next < end) {
            return true;
        }
        try {
            next = 0;
            end = Math.max(0, file.read(buffer));
            return end > 0;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Whether a text stands for a line that could not be kept, and says why. No JSON does. */
    static boolean isUnkept(String text) {
        return text.equals(TOO_LONG) || text.equals(NOT_UTF_8);
    }

    /** The line, or what it is when it cannot be kept as text. */
    private String text() {
        if (line.size() > LONGEST) {
            return TOO_LONG;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) >= 0 && !isUtf8() ? NOT_UTF_8 : text.replace('\0', REPLACEMENT);
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
