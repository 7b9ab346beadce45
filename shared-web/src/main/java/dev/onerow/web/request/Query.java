package dev.onerow.web.request;

import io.micronaut.http.HttpRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request. A controller takes it as an argument and reads it once, with a function that names every
 * parameter it knows. A route without this argument (and without {@code @QueryValue}) has no parameters: any is refused.
 */
public final class Query {
    private final String path;
    private final Map<String, List<String>> parameters;

    private Query(String path, Map<String, List<String>> parameters) {
        this.path = path;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /** The query of this request. */
    public static Query of(HttpRequest<?> request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameters().forEach(parameters::put);
        return of(request.getPath(), parameters);
    }

    /** A query of these parameters, decoded, at this path. */
    public static Query of(String path, Map<String, List<String>> parameters) {
        return new Query(path, new LinkedHashMap<>(parameters));
    }

    /**
     * Reads the parameters.
     *
     * @throws dev.onerow.web.problem.ProblemException 400 for unknown parameters, 422 naming each value that is wrong
     */
    public <T> T read(Function<Fields, T> reader) {
        Faults faults = new Faults.OfQuery();
        Map<String, @Nullable Object> raw = new LinkedHashMap<>(parameters);
        T read = new Fields(faults, Place.ROOT, QueryValues.INSTANCE, raw).apply(reader);
        faults.throwIfAny();
        return Objects.requireNonNull(read, "a reader answers a value");
    }

    /** The path of the request, as it was sent. */
    public String path() {
        return path;
    }

    /** All parameters as they were sent, decoded. Unmodifiable. */
    public Map<String, List<String>> parameters() {
        return parameters;
    }
}
