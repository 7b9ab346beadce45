package dev.onerow.quality.application;

import dev.onerow.quality.domain.Backfills.Line;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file into lines, in bounded memory. Blank lines are counted and left out. Not thread-safe. */
final class FileLines {
    private static final int LONGEST = 1 << 20;

    private final InputStream file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    FileLines(InputStream file) {
        this.file = new BufferedInputStream(file, 1 << 16);
    }

    /** The next lines; none at the end of the file. */
    List<Line> next(int atMostLines, long atMostBytes) {
        List<Line> lines = new ArrayList<>();
        long bytes = 0;
        try {
            while (lines.size() < atMostLines && bytes < atMostBytes && readLine()) {
                String text = text();
                bytes += line.size();
                if (!text.isBlank()) {
                    lines.add(new Line(number, text));
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return lines;
    }

    private boolean readLine() throws IOException {
        line.reset();
        int b = file.read();
        if (b < 0) {
            return false;
        }
        for (number++; b >= 0 && b != '\n'; b = file.read()) {
            // Of a line that is too long one byte more is kept, as a sign.
            if (line.size() <= LONGEST) {
                line.write(b);
            }
        }
        return true;
    }

    /** The line, or words that are no JSON when it cannot be kept as text. */
    private String text() {
        if (line.size() > LONGEST) {
            return "longer than " + LONGEST + " bytes";
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString()
                    .replace('\0', '\uFFFD');
        } catch (CharacterCodingException e) {
            return "not UTF-8";
        }
    }
}
