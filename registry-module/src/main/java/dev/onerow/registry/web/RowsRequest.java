package dev.onerow.registry.web;

import dev.onerow.persistence.views.RowQuery;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Which rows were asked for.
 *
 * @param limit most rows of the answer; null for all
 */
record RowsRequest(
        @Nullable Integer limit,
        long offset,
        @Nullable String sort,
        boolean descending,
        @Nullable String q) {
    private static final int GREATEST_PAGE = 500;
    private static final int DEFAULT_PAGE = 50;
    private static final int LONGEST_TEXT = 1_000;

    static RowsRequest page(Query query) {
        return query.read(
                in -> read(in, in.integer("limit").between(1, GREATEST_PAGE).orElse(DEFAULT_PAGE)));
    }

    /** A stream has no limit unless one is given, and then any. */
    static RowsRequest stream(Query query) {
        return query.read(RowsRequest::stream);
    }

    private static RowsRequest stream(Fields in) {
        return read(in, in.integer("limit").between(1, Integer.MAX_VALUE).orNull());
    }

    private static RowsRequest read(Fields in, @Nullable Integer limit) {
        var sort = in.text("sort").notBlank().orNull();
        boolean descending = sort != null && sort.startsWith("-");
        return new RowsRequest(
                limit,
                in.longInteger("offset").between(0L, Long.MAX_VALUE / 2).orElse(0L),
                sort != null && descending ? sort.substring(1) : sort,
                descending,
                in.text("q").atMost(LONGEST_TEXT).orNull());
    }

    /** One row more than the page has tells whether another page follows. */
    RowQuery queryOfPage() {
        return new RowQuery(sort, descending, true, q, limit == null ? null : (Integer) (limit + 1), offset);
    }

    /** The whole view keeps its own order. */
    RowQuery queryOfStream() {
        return new RowQuery(sort, descending, sort != null || limit != null || offset > 0, q, limit, offset);
    }

    /** Of a stream: the limit of a page is smaller. */
    @Singleton
    static final class Parameters implements Form<RowsRequest> {
        @Override
        public RowsRequest read(Fields in) {
            return stream(in);
        }
    }
}
