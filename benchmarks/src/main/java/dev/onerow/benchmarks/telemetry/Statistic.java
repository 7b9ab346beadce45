package dev.onerow.benchmarks.telemetry;

import io.micronaut.data.annotation.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call, and the statement beneath it.
 *
 * @param path of the call, without window
 * @param repository the class that declares the statement
 * @param method the method that has it
 */
record Statistic(String path, String repository, String method) {
    static final List<Statistic> ALL = List.of(
            new Statistic("/http-errors", "CounterReads", "mostFrequent"),
            new Statistic("/summary", "OperationStatistics", "summary"),
            new Statistic("/method-performance", "AttemptStatistics", "performance"),
            new Statistic("/publisher-stats", "OperationStatistics", "publishers"),
            new Statistic("/field-extraction", "AttemptStatistics", "fields"),
            new Statistic("/poor-performers", "OperationStatistics", "poor"),
            new Statistic("/content-type-detections", "DetectionReads", "newest"));

    private static final String PACKAGE = "dev.onerow.telemetry.persistence.";
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]+)");

    /** What the service asks when nothing but the window is given. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "limit", "50", "minAttempts", "5", "maxRate", "5000", "byHost", "1", "anyStatus", "1", "statuses", "''");

    String call(Instant until, int days) {
        return "/v1/telemetry" + path + "?until=" + until + "&days=" + days;
    }

    /** The statement with its values in it, as one would type it. */
    String sql(Instant until, int days) {
        return PARAMETER
                .matcher(statement())
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "until" -> "'" + until + "'";
                            case "from" -> "'" + until.minus(days, ChronoUnit.DAYS) + "'";
                            default -> DEFAULTS.getOrDefault(found.group(1), "NULL");
                        }));
    }

    private String statement() {
        try {
            return Arrays.stream(Class.forName(PACKAGE + repository).getMethods())
                    .filter(it -> it.getName().equals(method))
                    .map(it -> it.getAnnotation(Query.class).value())
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
