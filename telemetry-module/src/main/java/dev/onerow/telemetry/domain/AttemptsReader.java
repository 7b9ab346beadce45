package dev.onerow.telemetry.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes one list of attempts of either spelling. */
final class AttemptsReader {
    private static final int MOST_ATTEMPTS = 50;
    private static final int LONGEST_METHOD = 200;
    private static final int LONGEST_ERROR = 2_000;

    private final Flaws flaws;

    AttemptsReader(Flaws flaws) {
        this.flaws = flaws;
    }

    Attempts read(ExtractionReport.Methods methods) {
        List<ExtractionReport.Attempt> attempts = methods.attempts();
        return attempts != null ? ofAttempts(attempts) : ofMaps(methods.maps());
    }

    private Attempts ofAttempts(List<ExtractionReport.Attempt> reported) {
        limit("/method_attempts", reported.size());
        Map<String, Integer> runs = new HashMap<>();
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < reported.size(); i++) {
            ExtractionReport.Attempt attempt = reported.get(i);
            String pointer = "/method_attempts/" + i;
            attempts.add(new Attempt(
                    method(pointer + "/method", attempt.method()),
                    runs.merge(attempt.method(), 1, Integer::sum),
                    flaws.duration(pointer + "/duration_ms", attempt.durationMs()),
                    attempt.success(),
                    flaws.message(pointer + "/error", attempt.error(), LONGEST_ERROR),
                    attempt.fields()));
        }
        return new Attempts(attempts);
    }

    private Attempts ofMaps(ExtractionReport.MethodMaps maps) {
        List<String> methods = methods(maps);
        limit("/methods_attempted", methods.size());
        Map<String, Integer> runs = new HashMap<>();
        Set<String> toCome = new HashSet<>();
        List<Attempt> backwards = new ArrayList<>();
        methods.forEach(method -> runs.merge(method, 1, Integer::sum));
        for (int i = methods.size() - 1; i >= 0; i--) {
            String method = methods.get(i);
            boolean isLastOfMethod = toCome.add(method);
            backwards.add(ofMaps(maps, method, runs.merge(method, -1, Integer::sum) + 1, isLastOfMethod));
        }
        Collections.reverse(backwards);
        return new Attempts(backwards);
    }

    private Attempt ofMaps(ExtractionReport.MethodMaps maps, String method, int attemptNo, boolean isLast) {
        FieldFlags fields = maps.fields().get(method);
        if (!isLast) {
            return new Attempt(method, attemptNo, null, null, null, fields);
        }
        return new Attempt(
                method,
                attemptNo,
                flaws.duration(
                        Flaws.pointer("/method_timings", method), maps.timings().get(method)),
                maps.success().get(method),
                flaws.message(
                        Flaws.pointer("/method_errors", method), maps.errors().get(method), LONGEST_ERROR),
                fields);
    }

    private List<String> methods(ExtractionReport.MethodMaps maps) {
        List<String> attempted = maps.attempted();
        Set<String> known = attempted == null ? null : Set.copyOf(attempted);
        Set<String> named = new TreeSet<>();
        named(named, "/method_timings", maps.timings(), known);
        named(named, "/method_success", maps.success(), known);
        named(named, "/method_errors", maps.errors(), known);
        named(named, "/field_extraction", maps.fields(), known);
        if (attempted == null) {
            return List.copyOf(named);
        }
        for (int i = 0; i < attempted.size(); i++) {
            method("/methods_attempted/" + i, attempted.get(i));
        }
        return attempted;
    }

    private void named(Set<String> named, String pointer, Map<String, ?> map, @Nullable Set<String> attempted) {
        for (String method : map.keySet()) {
            if (attempted == null) {
                method(Flaws.pointer(pointer, method), method);
            } else if (!attempted.contains(method)) {
                flaws.add(Flaws.pointer(pointer, method), "unknown-method", "Not one of methods_attempted.");
            }
            named.add(method);
        }
    }

    private String method(String pointer, String method) {
        if (method.isBlank()) {
            flaws.add(pointer, "blank", "A method has a name.");
        }
        flaws.text(pointer, method, LONGEST_METHOD);
        return method;
    }

    private void limit(String pointer, int size) {
        if (size > MOST_ATTEMPTS) {
            flaws.add(pointer, "too-many", "At most " + MOST_ATTEMPTS + " attempts.");
        }
    }
}
