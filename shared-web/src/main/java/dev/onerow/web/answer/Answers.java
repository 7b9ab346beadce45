package dev.onerow.web.answer;

import dev.onerow.persistence.Outcome;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The answers that all contexts give alike. */
public final class Answers {
    private static final String UNRESERVED = "-._~";

    private Answers() {}

    /**
     * The answer to an upsert: 201 with {@code Location} when inserted, else 200; the stored row and its outcome.
     *
     * @param location path of the row, see {@link #path}
     * @param tag of the stored row
     * @param row what is shown of it
     */
    public static <T> MutableHttpResponse<Stored<T>> stored(Outcome outcome, String location, ETag tag, T row) {
        MutableHttpResponse<Stored<T>> answer = outcome == Outcome.INSERTED
                ? HttpResponse.created(new Stored<>(row, outcome), URI.create(location))
                : HttpResponse.ok(new Stored<>(row, outcome));
        return answer.header(HttpHeaders.ETAG, tag.header());
    }

    /**
     * The answer to a read of one thing: 200, or 304 when the client has it already.
     *
     * @throws dev.onerow.web.problem.ProblemException 412 when {@code If-Match} names another version
     */
    public static <T> MutableHttpResponse<T> found(Conditions conditions, ETag tag, T view) {
        if (!conditions.permitRead(tag)) {
            throw Problems.preconditionFailed("The current tag is " + tag.header() + ".")
                    .asException();
        }
        MutableHttpResponse<T> answer = conditions.alreadyHas(tag) ? HttpResponse.notModified() : HttpResponse.ok(view);
        return answer.header(HttpHeaders.ETAG, tag.header());
    }

    /** The answer to a delete that deleted: 204. */
    public static <T> MutableHttpResponse<T> deleted() {
        return HttpResponse.noContent();
    }

    /** The answer to work that goes on: 202 with the path of the job. */
    public static <T> MutableHttpResponse<T> accepted(String location, T job) {
        return HttpResponse.<T>status(HttpStatus.ACCEPTED).body(job).header(HttpHeaders.LOCATION, location);
    }

    /** A path of a fixed start and ids, each percent-encoded as one segment: {@code path("/v1/a/hosts", "[::1]")}. */
    public static String path(String start, String... segments) {
        StringBuilder path = new StringBuilder(start);
        for (String segment : segments) {
            path.append('/');
            for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
                boolean plain = b > 0 && (Character.isLetterOrDigit((char) b) || UNRESERVED.indexOf(b) >= 0);
                path.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
            }
        }
        return path.toString();
    }
}
