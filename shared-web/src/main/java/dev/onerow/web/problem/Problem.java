package dev.onerow.web.problem;

import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer that says why not, in the form of RFC 9457. Immutable: each method answers a new problem. A type and its
 * title belong together for good; what is special to a case stands in the detail, in the field errors and in members of
 * its own, whose names are snake_case.
 */
public final class Problem {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final HttpStatus status;
    private final Map<String, Object> members;
    private final List<FieldError> errors;
    private final Map<String, String> headers;

    private Problem(
            HttpStatus status, Map<String, Object> members, List<FieldError> errors, Map<String, String> headers) {
        this.status = status;
        this.members = members;
        this.errors = errors;
        this.headers = headers;
    }

    /**
     * A problem of the type {@code /problems/{name}}.
     *
     * @param name kebab-case, stable: clients compare it
     * @param title a few words, the same for every problem of this type
     */
    public static Problem of(HttpStatus status, String name, String title) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/problems/" + name);
        members.put("title", title);
        members.put("status", status.getCode());
        return new Problem(status, members, List.of(), Map.of());
    }

    /** Says what happened in this case. Never the text of an exception that others wrote. */
    public Problem detail(String sentence) {
        return with("detail", sentence);
    }

    /** Adds a member of its own: text, number, boolean, or lists and maps of these. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, more, errors, headers);
    }

    /** Adds a field error at a JSON pointer of the body. */
    public Problem at(String pointer, String code, String sentence) {
        return error(FieldError.at(pointer, code, sentence));
    }

    /** Adds one more field error. */
    public Problem error(FieldError error) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(error);
        return errors(more);
    }

    /** Has these field errors, and no others. */
    public Problem errors(List<FieldError> all) {
        return new Problem(status, members, List.copyOf(all), headers);
    }

    /** Adds a header of the answer, such as {@code Retry-After}. */
    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, members, errors, more);
    }

    /** This problem, to be thrown. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** The status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** The stable relative URI, such as {@code /problems/malformed-request}. */
    public String type() {
        return String.valueOf(members.get("type"));
    }

    /** What is wrong, field by field. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Headers that the answer has besides the body. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The body of the answer: plain maps, lists and values, in the order in which they are written. */
    public Map<String, Object> toMap() {
        Map<String, Object> body = new LinkedHashMap<>(members);
        if (!errors.isEmpty()) {
            body.put("errors", errors.stream().map(FieldError::toMap).toList());
        }
        return body;
    }

    /** Names the path of the request, unless the problem names a resource already. */
    Problem inAnswerTo(String path) {
        return members.containsKey("instance") ? this : with("instance", path);
    }

    @Override
    public String toString() {
        return status.getCode() + " " + type() + ": " + members.getOrDefault("detail", members.get("title"));
    }
}
