package dev.onerow.web.bulk;

import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.problem.Problems;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lines that share a transaction: at most 1,000, and no more bytes than fit comfortably. */
final class Chunk<T> {
    private static final int MOST_LINES = 1_000;
    private static final int MOST_BYTES = 4 << 20;

    private final BulkWrite<T> bulk;
    private final StrictJson json = new StrictJson();
    private final List<T> valid = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<@Nullable Problem> problems = new ArrayList<>();
    private int bytes;

    Chunk(BulkWrite<T> bulk) {
        this.bulk = bulk;
    }

    /** Reads a line into the chunk; what is wrong with it, if anything, is kept for the answer. */
    @Nullable
    Problem add(Line line) {
        numbers.add(line.number());
        bytes += line.length();
        Problem problem = null;
        try {
            valid.add(read(line));
        } catch (ProblemException refusal) {
            problem = refusal.problem();
        }
        problems.add(problem);
        return problem;
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    boolean isFull() {
        return numbers.size() >= MOST_LINES || bytes >= MOST_BYTES;
    }

    /** Writes the valid lines, then hands out the answers to all of them in their order, and is empty again. */
    void write(Answers answers) {
        List<LineAnswer> written = valid.isEmpty() ? List.of() : bulk.write(List.copyOf(valid));
        if (written.size() != valid.size()) {
            throw new IllegalStateException(written.size() + " answers to " + valid.size() + " lines");
        }
        int next = 0;
        for (int i = 0; i < numbers.size(); i++) {
            Problem problem = problems.get(i);
            answers.answer(numbers.get(i), problem == null ? written.get(next++) : LineAnswer.rejected(problem));
        }
        clear();
    }

    /** Takes the answers to lines, each with the number of its line. */
    @FunctionalInterface
    interface Answers {
        void answer(long number, LineAnswer answer);
    }

    void clear() {
        valid.clear();
        numbers.clear();
        problems.clear();
        bytes = 0;
    }

    private T read(Line line) {
        if (line.isTooLong()) {
            throw Problems.tooLarge("A line has at most " + Line.LONGEST + " bytes.")
                    .asException();
        }
        Object value = json.read(line.bytes(), 0, line.length());
        return Objects.requireNonNull(JsonBody.fieldsOf(value, bulk::read));
    }
}
