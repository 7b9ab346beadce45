package dev.onerow.web.request;

import io.micronaut.http.HttpRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request. A controller takes it as an argument and reads it once, with a function that names every
 * parameter it knows. A route without this argument (and without {@code @QueryValue}) has no parameters: any is refused.
 */
public final class Query {
    /** A query without parameters, for forms that need one. */
    public static final Query NONE = of("", Map.of());

    private final String path;
    private final Map<String, List<String>> parameters;
    private final Supplier<Optional<Outline>> declared;

    private Query(String path, Map<String, List<String>> parameters, Supplier<Optional<Outline>> declared) {
        this.path = path;
        this.declared = declared;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /** The query of this request. */
    public static Query of(HttpRequest<?> request) {
        return of(request, Optional::empty);
    }

    /** The query of this request, for a reader that keeps to what is declared. */
    static Query of(HttpRequest<?> request, Supplier<Optional<Outline>> declared) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameters().forEach(parameters::put);
        return new Query(request.getPath(), parameters, declared);
    }

    /** A query of these parameters, decoded, at this path. */
    public static Query of(String path, Map<String, List<String>> parameters) {
        return new Query(path, new LinkedHashMap<>(parameters), Optional::empty);
    }

    /**
     * Reads the parameters.
     *
     * @throws dev.onerow.web.problem.ProblemException 400 for unknown parameters, 422 naming each value that is wrong
     */
    public <T> T read(Function<Fields, T> reader) {
        Faults faults = new Faults.OfQuery();
        Map<String, @Nullable Object> raw = new LinkedHashMap<>(parameters);
        T read = new Fields(faults, Place.ROOT, QueryValues.INSTANCE, raw).apply(Outline.check(reader, declared));
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
