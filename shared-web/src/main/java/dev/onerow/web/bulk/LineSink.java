package dev.onerow.web.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Receipt;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.request.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the answers of a bulk call go: one line for each input, in input order, and in the end the receipt. What was
 * answered is on its way to the client, so answer after the commit. Not thread-safe.
 */
public final class LineSink {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final boolean summary;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private long lines;

    /** A sink that writes every line, or with {@code summary} the receipt alone. */
    LineSink(OutputStream out, boolean summary) throws IOException {
        this.json = FACTORY.createGenerator(out).setRootValueSeparator(null);
        this.summary = summary;
    }

    /**
     * Answers the next input.
     *
     * @throws UncheckedIOException when the client is gone, so that the work may stop
     */
    public void answer(LineAnswer answer) {
        answer(lines + 1, answer);
    }

    void answer(long number, LineAnswer answer) {
        lines = number;
        counts.merge(answer.outcome(), 1L, Long::sum);
        if (summary) {
            return;
        }
        try {
            json.writeStartObject();
            json.writeNumberField("line", number);
            if (answer.key() != null) {
                json.writeFieldName("key");
                StrictJson.write(json, answer.key());
            }
            json.writeStringField("outcome", answer.outcome().word());
            if (answer.problem() != null) {
                json.writeFieldName("problem");
                StrictJson.write(json, answer.problem().toMap());
            }
            endLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends on what was answered so far. */
    public void flush() {
        try {
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The counts of what was answered so far. */
    public Receipt receipt() {
        long received = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Receipt(
                received,
                count(Outcome.INSERTED),
                count(Outcome.UPDATED),
                count(Outcome.UNCHANGED),
                count(Outcome.STALE),
                count(Outcome.FOLDED),
                count(Outcome.REJECTED));
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Writes the last line: the receipt, and the problem for which the rest was not processed. */
    void finish(@Nullable Problem problem) throws IOException {
        Receipt receipt = receipt();
        json.writeStartObject();
        json.writeObjectFieldStart("receipt");
        json.writeNumberField("received", receipt.received());
        json.writeNumberField("inserted", receipt.inserted());
        json.writeNumberField("updated", receipt.updated());
        json.writeNumberField("unchanged", receipt.unchanged());
        json.writeNumberField("stale", receipt.stale());
        json.writeNumberField("folded", receipt.folded());
        json.writeNumberField("rejected", receipt.rejected());
        json.writeEndObject();
        if (problem != null) {
            json.writeFieldName("problem");
            StrictJson.write(json, problem.toMap());
        }
        endLine();
        json.flush();
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
