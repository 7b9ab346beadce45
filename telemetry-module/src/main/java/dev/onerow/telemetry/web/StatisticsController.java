package dev.onerow.telemetry.web;

import dev.onerow.telemetry.application.Windows;
import dev.onerow.telemetry.domain.Statistics;
import dev.onerow.telemetry.domain.Statistics.AttemptFilter;
import dev.onerow.telemetry.domain.Window;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Query;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What follows from the facts of a window. */
@Controller("/v1/telemetry")
@ExecuteOn(TaskExecutors.BLOCKING)
class StatisticsController {
    private static final String BY_METHOD = "method";
    private static final String BY_METHOD_AND_HOST = "method+host";

    private final Statistics statistics;
    private final Windows windows;

    StatisticsController(Statistics statistics, Windows windows) {
        this.statistics = statistics;
        this.windows = windows;
    }

    @Get("/http-errors")
    Items<HttpErrorView> httpErrors(Query query) {
        return answer(query, in -> {
            Asked asked = Asked.of(in, windows);
            String host = Filters.host(in);
            Integer statusCode = in.integer("status_code").orNull();
            return () -> new Items<>(
                    views(statistics.httpErrors(asked.window(), host, statusCode, asked.limit()), HttpErrorView::of));
        });
    }

    @Get("/summary")
    SummaryView summary(Query query) {
        Window window = query.read(in -> Asked.window(in, windows));
        return SummaryView.of(statistics.summary(window));
    }

    @Get("/method-performance")
    Rates<MethodPerformanceView> methodPerformance(Query query) {
        return answer(query, in -> {
            Asked asked = Asked.of(in, windows);
            AttemptFilter filter = filter(in);
            boolean byHost = byHost(in);
            return () -> Rates.inPercent(views(
                    statistics.methodPerformance(asked.window(), filter, byHost, asked.limit()),
                    MethodPerformanceView::of));
        });
    }

    @Get("/publisher-stats")
    Rates<PublisherStatsView> publisherStats(Query query) {
        return answer(query, in -> {
            Asked asked = Asked.of(in, windows);
            String host = Filters.host(in);
            int minAttempts = minAttempts(in, 5);
            return () -> Rates.inPercent(views(
                    statistics.publisherStats(asked.window(), host, minAttempts, asked.limit()),
                    PublisherStatsView::of));
        });
    }

    @Get("/field-extraction")
    FieldExtractionView fieldExtraction(Query query) {
        return answer(query, in -> {
            Asked asked = Asked.of(in, windows);
            AttemptFilter filter = filter(in);
            String field = in.text("field").orNull();
            return () ->
                    FieldExtractionView.of(statistics.fieldExtraction(asked.window(), filter, field, asked.limit()));
        });
    }

    @Get("/poor-performers")
    Rates<PoorPerformerView> poorPerformers(Query query) {
        return answer(query, in -> {
            Asked asked = Asked.of(in, windows);
            int minAttempts = minAttempts(in, 10);
            double maxSuccessRate =
                    in.number("max_success_rate").between(0.0, 100.0).orElse(50.0);
            return () -> Rates.inPercent(views(
                    statistics.poorPerformers(asked.window(), minAttempts, maxSuccessRate, asked.limit()),
                    PoorPerformerView::of));
        });
    }

    @Get("/content-type-detections")
    Items<DetectionView> detections(Query query) {
        return answer(query, in -> {
            Asked asked = Asked.of(in, windows);
            List<String> statuses = in.texts("status").orElse(List.of());
            return () -> new Items<>(
                    views(statistics.detections(asked.window(), statuses, asked.limit()), DetectionView::of));
        });
    }

    /** Reads all parameters first: nothing is looked up for a query that is refused. */
    private static <T> T answer(Query query, Function<Fields, Supplier<T>> reader) {
        return query.read(reader).get();
    }

    private static AttemptFilter filter(Fields in) {
        return new AttemptFilter(
                in.text("method").orNull(),
                Filters.host(in),
                in.text("publisher").orNull());
    }

    /** A plus that was not percent-encoded arrives as a blank. */
    private static boolean byHost(Fields in) {
        return in.text("group_by")
                .oneOf(BY_METHOD_AND_HOST, BY_METHOD_AND_HOST.replace('+', ' '), BY_METHOD)
                .optional()
                .filter(BY_METHOD::equals)
                .isEmpty();
    }

    private static int minAttempts(Fields in, int standard) {
        return in.integer("min_attempts").between(0, Integer.MAX_VALUE).orElse(standard);
    }

    private static <T, V> List<V> views(List<T> rows, Function<T, V> view) {
        return rows.stream().map(view).toList();
    }
}
