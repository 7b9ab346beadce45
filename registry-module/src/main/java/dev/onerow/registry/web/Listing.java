package dev.onerow.registry.web;

import dev.onerow.registry.domain.Listed;
import dev.onerow.registry.domain.Place;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Which page of a list was asked for: in the order of its keys, the default, or {@code sort=updated_at}, newest first. */
record Listing(Paging paging, boolean byUpdate) {
    private static final String RULE_CODE = "rule_code";
    private static final String TABLE_NAME = "table_name";

    static Listing ofRules(Query query) {
        return query.read(in -> read(query, in, RULE_CODE));
    }

    static Listing ofViews(Query query) {
        return query.read(in -> read(query, in, TABLE_NAME));
    }

    private static Listing read(Query query, Fields in, String key) {
        return new Listing(
                Paging.of(query, in),
                in.text("sort")
                        .oneOf(key, "updated_at")
                        .optional()
                        .filter("updated_at"::equals)
                        .isPresent());
    }

    /** The page: shorter than it might be where the texts are long. */
    <T, V> Page<V> page(Listed<T> all, Function<T, V> view, Function<T, String> key, Function<T, Place> update) {
        if (byUpdate) {
            var after = paging.after()
                    .map(at -> new Place(at.instant(0), at.number(1)))
                    .orElse(Place.START);
            return paging.page(
                    limit -> all.sizesByUpdate(after, limit),
                    limit -> all.byUpdate(after, limit),
                    view,
                    row -> List.of(
                            update.apply(row).updatedAt(), update.apply(row).id()));
        }
        var after = paging.after().map(at -> at.text(0)).orElse("");
        return paging.page(
                limit -> all.sizesByKey(after, limit),
                limit -> all.byKey(after, limit),
                view,
                row -> List.of(key.apply(row)));
    }

    @Singleton
    static final class OfRules implements Form<Listing> {
        @Override
        public Listing read(Fields in) {
            return Listing.read(Query.NONE, in, RULE_CODE);
        }
    }

    @Singleton
    static final class OfViews implements Form<Listing> {
        @Override
        public Listing read(Fields in) {
            return Listing.read(Query.NONE, in, TABLE_NAME);
        }
    }
}
