package dev.onerow.web.page;

import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;

/** The parameters of a list that has no filters: {@code limit} and {@code cursor}. */
@Singleton
public final class PageParameters implements Form<Paging> {
    @Override
    public Paging read(Fields in) {
        return Paging.of(Query.NONE, in);
    }
}
