package dev.onerow.web.request;

import dev.onerow.web.problem.Problem;
import io.micronaut.core.convert.TypeConverter;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ids in the path arrive as values. A context has a factory with one bean for each of its ids:
 *
 * <pre>{@code
 * @Singleton
 * TypeConverter<String, StationId> stationId() {
 *     return PathIds.of(StationId::new, text -> StationProblems.invalidStationId(text));
 * }
 * }</pre>
 */
public final class PathIds {
    private PathIds() {}

    /**
     * A converter for arguments of a path.
     *
     * @param maker makes the id, or throws IllegalArgumentException when the text has not its form
     * @param refusal the problem to answer then, a 422 of its own type
     */
    public static <T> TypeConverter<String, T> of(Function<String, T> maker, Function<String, Problem> refusal) {
        return (text, type, context) -> {
            try {
                return Optional.of(maker.apply(text));
            } catch (IllegalArgumentException | DateTimeException e) {
                context.reject(text, refusal.apply(text).asException());
                return Optional.empty();
            }
        };
    }
}
