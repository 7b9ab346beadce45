package dev.onerow.web.condition;

import dev.onerow.web.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the stored row before anything is done: {@code If-Match} and {@code If-None-Match}. Holds no
 * word of HTTP towards its users, so that a use case can hand it to the pure function that decides. Immutable.
 */
public final class Conditions {
    /** No conditions: everything is permitted. */
    public static final Conditions NONE = new Conditions(null, null);

    private static final Pattern LIST = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(,|$)");

    private final @Nullable Tags ifMatch;
    private final @Nullable Tags ifNoneMatch;

    private Conditions(@Nullable Tags ifMatch, @Nullable Tags ifNoneMatch) {
        this.ifMatch = ifMatch;
        this.ifNoneMatch = ifNoneMatch;
    }

    /**
     * The conditions of this request.
     *
     * @throws dev.onerow.web.problem.ProblemException 400 when a header is not a list of entity tags
     */
    public static Conditions of(HttpRequest<?> request) {
        Tags ifMatch = tags(request, HttpHeaders.IF_MATCH);
        Tags ifNoneMatch = tags(request, HttpHeaders.IF_NONE_MATCH);
        return ifMatch == null && ifNoneMatch == null ? NONE : new Conditions(ifMatch, ifNoneMatch);
    }

    /**
     * Whether the stored row is as the request asks.
     *
     * @param storedVersion the version of the row, or null when there is none
     */
    public boolean permit(@Nullable Long storedVersion) {
        return (ifMatch == null || ifMatch.cover(storedVersion))
                && (ifNoneMatch == null || !ifNoneMatch.cover(storedVersion));
    }

    /**
     * Refuses unless {@link #permit} holds.
     *
     * @throws dev.onerow.web.problem.ProblemException 412
     */
    public void require(@Nullable Long storedVersion) {
        if (!permit(storedVersion)) {
            throw Problems.preconditionFailed(storedVersion).asException();
        }
    }

    /** Whether the request names the version that it wants to change, and not merely any. */
    public boolean namesVersion() {
        return ifMatch != null && !ifMatch.any;
    }

    /** Whether the client has this answer already: 304 to a read. */
    public boolean alreadyHas(ETag current) {
        return ifNoneMatch != null
                && (ifNoneMatch.any || ifNoneMatch.list.stream().anyMatch(current::matches));
    }

    /** Whether a read may answer this at all: 412 when {@code If-Match} names other versions. */
    public boolean permitRead(ETag current) {
        return ifMatch == null
                || ifMatch.cover(
                        current.version().isPresent() ? current.version().getAsLong() : null);
    }

    private static @Nullable Tags tags(HttpRequest<?> request, String name) {
        List<String> lines = request.getHeaders().getAll(name);
        if (lines == null || lines.isEmpty()) {
            return null;
        }
        String header = String.join(",", lines).strip();
        if (header.equals("*")) {
            return new Tags(true, List.of());
        }
        List<ETag> tags = new ArrayList<>();
        Matcher matcher = LIST.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.find(end) && matcher.start() == end) {
            tags.add(new ETag(matcher.group(1) != null, Objects.requireNonNull(matcher.group(2))));
            end = matcher.end();
        }
        if (tags.isEmpty() || end < header.length()) {
            throw Problems.malformedRequest(name + " is * or a list of entity tags in quotes.")
                    .asException();
        }
        return new Tags(false, tags);
    }

    private record Tags(boolean any, List<ETag> list) {
        boolean cover(@Nullable Long version) {
            return version != null
                    && (any || list.stream().anyMatch(tag -> tag.version().equals(OptionalLong.of(version))));
        }
    }
}
