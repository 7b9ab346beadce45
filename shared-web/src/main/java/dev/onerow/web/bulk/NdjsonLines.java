package dev.onerow.web.bulk;

import java.io.IOException;
import java.io.InputStream;

/**
 * Newline-delimited JSON. Lines end with LF or CRLF, the last one may lack it. Blank lines are no input, but they count
 * in the line numbers, which are those of an editor.
 */
final class NdjsonLines extends LineSource {
    private long number;

    NdjsonLines(InputStream body) {
        super(body);
    }

    @Override
    boolean next(Line line) throws IOException {
        while (fill()) {
            number++;
            line.start(number);
            boolean ended = false;
            while (!ended && fill()) {
                ended = takeUntilLineFeed(line);
            }
            if (!line.isBlank()) {
                return true;
            }
        }
        return false;
    }
}
