package dev.onerow.telemetry.web;

import dev.onerow.telemetry.application.Windows;
import dev.onerow.telemetry.domain.Statistics;
import dev.onerow.telemetry.domain.Window;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.function.Function;

/** What follows from the facts of a window. */
@Controller("/v1/telemetry")
@ExecuteOn(TaskExecutors.BLOCKING)
class StatisticsController {
    private final Statistics statistics;
    private final Windows windows;

    StatisticsController(Statistics statistics, Windows windows) {
        this.statistics = statistics;
        this.windows = windows;
    }

    @Get("/http-errors")
    Items<HttpErrorView> httpErrors(@ReadBy(StatisticsForms.HttpErrors.class) Query query) {
        var wanted = query.read(new StatisticsForms.HttpErrors()::read);
        return new Items<>(views(
                statistics.httpErrors(
                        window(wanted.asked()),
                        wanted.host(),
                        wanted.statusCode(),
                        wanted.asked().limit()),
                HttpErrorView::of));
    }

    @Get("/summary")
    SummaryView summary(@ReadBy(Asked.Parameters.class) Query query) {
        return SummaryView.of(statistics.summary(query.read(Asked::read).window(windows)));
    }

    @Get("/method-performance")
    Rates<MethodPerformanceView> methodPerformance(@ReadBy(StatisticsForms.Methods.class) Query query) {
        var wanted = query.read(new StatisticsForms.Methods()::read);
        return Rates.inPercent(views(
                statistics.methodPerformance(
                        window(wanted.asked()),
                        wanted.filter(),
                        wanted.byHost(),
                        wanted.asked().limit()),
                MethodPerformanceView::of));
    }

    @Get("/publisher-stats")
    Rates<PublisherStatsView> publisherStats(@ReadBy(StatisticsForms.Publishers.class) Query query) {
        var wanted = query.read(new StatisticsForms.Publishers()::read);
        return Rates.inPercent(views(
                statistics.publisherStats(
                        window(wanted.asked()),
                        wanted.host(),
                        wanted.minAttempts(),
                        wanted.asked().limit()),
                PublisherStatsView::of));
    }

    @Get("/field-extraction")
    FieldExtractionView fieldExtraction(@ReadBy(StatisticsForms.ExtractedFields.class) Query query) {
        var wanted = query.read(new StatisticsForms.ExtractedFields()::read);
        return FieldExtractionView.of(statistics.fieldExtraction(
                window(wanted.asked()),
                wanted.filter(),
                wanted.field(),
                wanted.asked().limit()));
    }

    @Get("/poor-performers")
    Rates<PoorPerformerView> poorPerformers(@ReadBy(StatisticsForms.PoorPerformers.class) Query query) {
        var wanted = query.read(new StatisticsForms.PoorPerformers()::read);
        return Rates.inPercent(views(
                statistics.poorPerformers(
                        window(wanted.asked()),
                        wanted.minAttempts(),
                        wanted.maxSuccessRate(),
                        wanted.asked().limit()),
                PoorPerformerView::of));
    }

    @Get("/content-type-detections")
    Items<DetectionView> detections(@ReadBy(StatisticsForms.Detections.class) Query query) {
        var wanted = query.read(new StatisticsForms.Detections()::read);
        return new Items<>(views(
                statistics.detections(
                        window(wanted.asked()),
                        wanted.statuses(),
                        wanted.asked().limit()),
                DetectionView::of));
    }

    private Window window(Asked.ForRows asked) {
        return asked.window(windows);
    }

    private static <T, V> List<V> views(List<T> rows, Function<T, V> view) {
        return rows.stream().map(view).toList();
    }
}
