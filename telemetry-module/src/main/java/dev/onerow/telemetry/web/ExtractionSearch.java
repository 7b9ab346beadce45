package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Fact;
import dev.onerow.telemetry.domain.FactFilter;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Operations.Place;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;
import java.util.List;

/** Which operations a client asks for, by their facts; the newest come first. */
record ExtractionSearch(FactFilter filter, Paging paging) {
    static ExtractionSearch of(Query query) {
        return query.read(in -> read(query, in));
    }

    private static ExtractionSearch read(Query query, Fields in) {
        return new ExtractionSearch(
                new FactFilter(
                        Filters.host(in),
                        in.integer("http_status_code").orNull(),
                        in.text("publisher").orNull(),
                        in.text("method").orNull(),
                        in.bool("is_success").orNull(),
                        in.instant("from").orNull(),
                        in.instant("to").orNull()),
                Paging.of(query, in));
    }

    Page<OperationView> in(Operations operations) {
        Place after = paging.after()
                .map(position -> new Place(position.instant(0), position.number(1)))
                .orElse(Place.START);
        return paging.page(
                limit -> operations.sizesOfNewest(filter, after, limit),
                limit -> operations.newest(filter, after, limit),
                OperationView::of,
                operation -> position(operation.fact()));
    }

    private static List<Object> position(Fact fact) {
        return List.of(fact.times().occurredAt(), fact.id());
    }

    @Singleton
    static final class Parameters implements Form<ExtractionSearch> {
        @Override
        public ExtractionSearch read(Fields in) {
            return ExtractionSearch.read(Query.NONE, in);
        }
    }
}
