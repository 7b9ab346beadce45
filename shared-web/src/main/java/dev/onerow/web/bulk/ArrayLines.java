package dev.onerow.web.bulk;

import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.problem.Problems;
import dev.onerow.web.request.StrictJson;
import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON array, taken apart into its elements without being parsed: an element that is no JSON is a line that will be
 * rejected, and the next one follows behind the next comma. The number of a line is the place of its element, from 1.
 */
final class ArrayLines extends LineSource {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private long number;
    private boolean ended;

    ArrayLines(InputStream body) {
        super(body);
    }

    /**
     * Finds the start of the array. A body of nothing is no line, as in the other form.
     *
     * @throws ProblemException when the body is no array
     */
    void open() throws IOException {
        for (byte mark : BYTE_ORDER_MARK) {
            if (fill() && peek() == mark) {
                skip();
            }
        }
        skipWhiteSpace();
        if (!fill()) {
            ended = true;
            return;
        }
        if (peek() != '[') {
            throw notAList();
        }
        skip();
        skipWhiteSpace();
        if (fill() && peek() == ']') {
            skip();
            end();
        }
    }

    /** A body that is no list is either another value of JSON or none; as much of it as a line may have decides. */
    private ProblemException notAList() throws IOException {
        Line body = new Line();
        body.start(1);
        while (fill() && !body.isTooLong()) {
            take(body);
        }
        drain();
        if (!body.isTooLong()) {
            new StrictJson().read(body.bytes(), 0, body.length());
        }
        return Problems.invalidBody("", "wrong-type", "It must be a list, or application/x-ndjson.")
                .asException();
    }

    @Override
    boolean next(Line line) throws IOException {
        if (ended) {
            return false;
        }
        number++;
        line.start(number);
        skipWhiteSpace();
        takeElement(line);
        if (!fill()) {
            throw Problems.malformedRequest("Not JSON: the list has no end.").asException();
        }
        boolean last = peek() == ']';
        skip();
        if (last) {
            end();
        }
        return true;
    }

    /** Takes everything up to the comma or bracket that ends the element. */
    private void takeElement(Line line) throws IOException {
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        while (fill()) {
            int b = peek();
            if (quoted) {
                quoted = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (depth == 0 && (b == ',' || b == ']')) {
                return;
            } else if (b == '}' || b == ']') {
                depth = Math.max(0, depth - 1);
            }
            take(line);
        }
    }

    private void end() throws IOException {
        ended = true;
        skipWhiteSpace();
        if (fill()) {
            throw Problems.malformedRequest("Not JSON: there is something behind the list.")
                    .asException();
        }
    }

    private void skipWhiteSpace() throws IOException {
        while (fill() && Line.isWhiteSpace(peek())) {
            skip();
        }
    }
}
