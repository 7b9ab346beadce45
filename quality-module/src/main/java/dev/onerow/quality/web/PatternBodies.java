package dev.onerow.quality.web;

import dev.onerow.quality.domain.Pattern;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternReading;
import dev.onerow.quality.domain.Pointers;
import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.Problems;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Outline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads patterns from bodies. A key that nobody knows is refused, so that a typo does not lower a score silently. */
final class PatternBodies {
    private static final Set<String> KEYS = Outline.of(new PatternForm()).names();

    private PatternBodies() {}

    /** The pattern that a body is; the id that it may name is looked at, and has no part in the score. */
    static Pattern read(JsonBody body) {
        Map<String, @Nullable Object> json = object(body.value());
        PatternIds.read(json.get(PatternIds.NAME), "/" + PatternIds.NAME);
        return pattern(json);
    }

    /** The pattern that a body is, whose path names its id. */
    static Pattern read(JsonBody body, PatternId path) {
        Map<String, @Nullable Object> json = object(body.value());
        PatternIds.read(json.get(PatternIds.NAME), "/" + PatternIds.NAME)
                .filter(id -> !id.equals(path))
                .ifPresent(other -> {
                    throw Problems.invalidBody(
                                    "/" + PatternIds.NAME, "differs-from-path", "The path says " + path + ".")
                            .asException();
                });
        return pattern(json);
    }

    /** Refuses keys that nobody knows. */
    static void requireKnownKeys(Map<String, ? extends @Nullable Object> json, String pointer) {
        List<FieldError> unknown = json.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .map(key -> FieldError.at(
                        pointer + "/" + Pointers.escaped(key),
                        "unknown-member",
                        "There is no member " + key + " here."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problems.malformedRequest(unknown.get(0).detail())
                    .errors(unknown)
                    .asException();
        }
    }

    private static Pattern pattern(Map<String, @Nullable Object> json) {
        return PatternReading.of(json).answer(pattern -> pattern, flaws -> {
            throw QualityProblems.flawed(flaws, "").asException();
        });
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // The keys of a JSON object are texts.
            Map<String, @Nullable Object> json = (Map<String, @Nullable Object>) map;
            requireKnownKeys(json, "");
            return json;
        }
        Problem noObject = Problems.invalidBody("", "wrong-type", "A pattern is an object.");
        throw noObject.asException();
    }
}
