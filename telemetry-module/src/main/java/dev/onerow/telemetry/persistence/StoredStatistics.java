package dev.onerow.telemetry.persistence;

import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.Statistics;
import dev.onerow.telemetry.domain.StoredDetection;
import dev.onerow.telemetry.domain.Window;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics, each from one statement. */
@Singleton
final class StoredStatistics implements Statistics {
    private final CounterReads counters;
    private final OperationStatistics operations;
    private final AttemptStatistics attempts;
    private final DetectionReads detections;

    StoredStatistics(
            CounterReads counters,
            OperationStatistics operations,
            AttemptStatistics attempts,
            DetectionReads detections) {
        this.counters = counters;
        this.operations = operations;
        this.attempts = attempts;
        this.detections = detections;
    }

    @Override
    public List<HttpError> httpErrors(Window window, @Nullable String host, @Nullable Integer statusCode, int limit) {
        return counters.mostFrequent(window.from(), window.until(), host, statusCode, limit).stream()
                .map(row -> new HttpError(
                        row.host(), row.statusCode(), row.errorType(), row.count(), row.firstSeen(), row.lastSeen()))
                .toList();
    }

    @Override
    public Summary summary(Window window) {
        List<OperationStatistics.SummaryPart> parts = operations.summary(window.from(), window.until());
        OperationStatistics.SummaryPart totals = parts.get(0);
        return new Summary(
                totals.total(),
                totals.successful(),
                totals.hosts(),
                totals.methods(),
                totals.avgDurationMs(),
                parts.stream()
                        .filter(part -> part.part() == 2)
                        .map(part -> new MethodShare(part.method(), part.total(), part.successful()))
                        .toList(),
                parts.stream()
                        .filter(part -> part.part() == 3)
                        .map(part -> new StatusCount(part.statusCode(), part.total()))
                        .toList());
    }

    @Override
    public List<MethodPerformance> methodPerformance(Window window, AttemptFilter filter, boolean byHost, int limit) {
        return attempts
                .performance(
                        window.from(),
                        window.until(),
                        filter.method(),
                        filter.host(),
                        filter.publisher(),
                        byHost ? 1 : 0,
                        limit)
                .stream()
                .map(row -> new MethodPerformance(
                        row.method(),
                        row.host(),
                        row.attempts(),
                        row.successes(),
                        row.known(),
                        row.avgDurationMs(),
                        row.minDurationMs(),
                        row.maxDurationMs()))
                .toList();
    }

    @Override
    public List<PublisherStats> publisherStats(Window window, @Nullable String host, int minAttempts, int limit) {
        return operations.publishers(window.from(), window.until(), host, minAttempts, limit).stream()
                .map(row -> new PublisherStats(
                        row.host(),
                        row.publisher(),
                        row.totalAttempts(),
                        row.successful(),
                        row.avgDurationMs(),
                        row.methodsUsed(),
                        row.mostCommonMethod(),
                        row.lastAttempt()))
                .toList();
    }

    @Override
    public FieldExtraction fieldExtraction(Window window, AttemptFilter filter, @Nullable String field, int limit) {
        List<AttemptStatistics.FieldRow> rows = attempts.fields(
                window.from(), window.until(), filter.method(), filter.host(), filter.publisher(), field, limit);
        return new FieldExtraction(
                rows.stream().map(StoredStatistics::ratesOfMethod).toList(),
                rows.stream()
                        .findFirst()
                        .map(StoredStatistics::overallRates)
                        .orElse(new FieldRates(null, 0, Map.of())));
    }

    private static FieldRates ratesOfMethod(AttemptStatistics.FieldRow row) {
        return new FieldRates(
                row.method(),
                row.count(),
                Map.of(
                        Field.TITLE,
                        row.title(),
                        Field.AUTHOR,
                        row.author(),
                        Field.CONTENT,
                        row.content(),
                        Field.PUBLISH_DATE,
                        row.publishDate()));
    }

    private static FieldRates overallRates(AttemptStatistics.FieldRow row) {
        return new FieldRates(
                null,
                row.allCount(),
                Map.of(
                        Field.TITLE,
                        row.allTitle(),
                        Field.AUTHOR,
                        row.allAuthor(),
                        Field.CONTENT,
                        row.allContent(),
                        Field.PUBLISH_DATE,
                        row.allPublishDate()));
    }

    @Override
    public List<PoorPerformer> poorPerformers(Window window, int minAttempts, double maxSuccessRate, int limit) {
        int hundredths = BigDecimal.valueOf(maxSuccessRate)
                .movePointRight(2)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
        return operations.poor(window.from(), window.until(), Math.max(1, minAttempts), hundredths, limit).stream()
                .map(row -> new PoorPerformer(row.host(), row.totalAttempts(), row.successful()))
                .toList();
    }

    @Override
    public List<StoredDetection> detections(Window window, List<String> statuses, int limit) {
        return detections
                .newest(
                        window.from(),
                        window.until(),
                        statuses.isEmpty() ? 1 : 0,
                        statuses.isEmpty() ? List.of("") : statuses,
                        limit)
                .stream()
                .map(DetectionRow::stored)
                .toList();
    }
}
