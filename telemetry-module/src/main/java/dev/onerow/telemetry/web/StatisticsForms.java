package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Statistics.AttemptFilter;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each statistic is asked for: a window, a limit, and what narrows its rows down. */
final class StatisticsForms {
    private static final String BY_METHOD = "method";
    private static final String BY_METHOD_AND_HOST = "method+host";

    private StatisticsForms() {}

    record HttpErrorsQuery(
            Asked.ForRows asked,
            @Nullable String host,
            @Nullable Integer statusCode) {}

    @Singleton
    static final class HttpErrors implements Form<HttpErrorsQuery> {
        @Override
        public HttpErrorsQuery read(Fields in) {
            return new HttpErrorsQuery(
                    Asked.ForRows.read(in),
                    Filters.host(in),
                    in.integer("status_code").orNull());
        }
    }

    record MethodsQuery(Asked.ForRows asked, AttemptFilter filter, boolean byHost) {}

    @Singleton
    static final class Methods implements Form<MethodsQuery> {
        @Override
        public MethodsQuery read(Fields in) {
            return new MethodsQuery(Asked.ForRows.read(in), filter(in), byHost(in));
        }

        /** A plus that was not percent-encoded arrives as a blank. */
        private static boolean byHost(Fields in) {
            return in.text("group_by")
                    .oneOf(BY_METHOD_AND_HOST, BY_METHOD_AND_HOST.replace('+', ' '), BY_METHOD)
                    .optional()
                    .filter(BY_METHOD::equals)
                    .isEmpty();
        }
    }

    record PublishersQuery(Asked.ForRows asked, @Nullable String host, int minAttempts) {}

    @Singleton
    static final class Publishers implements Form<PublishersQuery> {
        @Override
        public PublishersQuery read(Fields in) {
            return new PublishersQuery(Asked.ForRows.read(in), Filters.host(in), minAttempts(in, 5));
        }
    }

    record ExtractedFieldsQuery(
            Asked.ForRows asked,
            AttemptFilter filter,
            @Nullable String field) {}

    @Singleton
    static final class ExtractedFields implements Form<ExtractedFieldsQuery> {
        @Override
        public ExtractedFieldsQuery read(Fields in) {
            return new ExtractedFieldsQuery(
                    Asked.ForRows.read(in), filter(in), in.text("field").orNull());
        }
    }

    record PoorPerformersQuery(Asked.ForRows asked, int minAttempts, double maxSuccessRate) {}

    @Singleton
    static final class PoorPerformers implements Form<PoorPerformersQuery> {
        @Override
        public PoorPerformersQuery read(Fields in) {
            return new PoorPerformersQuery(
                    Asked.ForRows.read(in),
                    minAttempts(in, 10),
                    in.number("max_success_rate").between(0.0, 100.0).orElse(50.0));
        }
    }

    record DetectionsQuery(Asked.ForRows asked, List<String> statuses) {}

    @Singleton
    static final class Detections implements Form<DetectionsQuery> {
        @Override
        public DetectionsQuery read(Fields in) {
            return new DetectionsQuery(
                    Asked.ForRows.read(in), in.texts("status").orElse(List.of()));
        }
    }

    private static AttemptFilter filter(Fields in) {
        return new AttemptFilter(
                in.text("method").orNull(),
                Filters.host(in),
                in.text("publisher").orNull());
    }

    private static int minAttempts(Fields in, int standard) {
        return in.integer("min_attempts").between(0, Integer.MAX_VALUE).orElse(standard);
    }
}
