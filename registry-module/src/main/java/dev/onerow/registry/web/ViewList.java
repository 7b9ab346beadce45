package dev.onerow.registry.web;

import dev.onerow.registry.domain.Place;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;
import java.util.List;

/** Which page of the views was asked for: {@code sort=table_name}, the default, or {@code sort=updated_at}, newest first. */
record ViewList(Paging paging, boolean byUpdate) {

    static ViewList of(Query query) {
        return query.read(in -> read(query, in));
    }

    private static ViewList read(Query query, Fields in) {
        return new ViewList(
                Paging.of(query, in),
                in.text("sort")
                        .oneOf("table_name", "updated_at")
                        .optional()
                        .filter("updated_at"::equals)
                        .isPresent());
    }

    Page<ViewAnswer> page(RegisteredViews views) {
        return byUpdate
                ? paging.page(views.byUpdate(place(), paging.fetch()), ViewAnswer::of, ViewList::updatePosition)
                : paging.page(
                        views.byName(paging.after().map(at -> at.text(0)).orElse(""), paging.fetch()),
                        ViewAnswer::of,
                        view -> List.of(view.view().name().value()));
    }

    private Place place() {
        return paging.after().map(at -> new Place(at.instant(0), at.number(1))).orElse(Place.START);
    }

    private static List<Object> updatePosition(StoredView view) {
        return List.of(view.row().updatedAt(), view.id());
    }

    @Singleton
    static final class Parameters implements Form<ViewList> {
        @Override
        public ViewList read(Fields in) {
            return ViewList.read(Query.NONE, in);
        }
    }
}
