package dev.onerow.registry.application;

import dev.onerow.persistence.views.RowQuery;
import dev.onerow.persistence.views.Rows;
import dev.onerow.persistence.views.ViewColumn;
import dev.onerow.persistence.views.ViewRefused;
import dev.onerow.persistence.views.ViewRows;
import dev.onerow.persistence.views.ViewRows.OpenView;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.ViewName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Reads the rows of a registered view, where nothing can be written. */
@Singleton
public class ReadRows {
    private final RegisteredViews registered;
    private final ViewRows viewRows;

    ReadRows(RegisteredViews registered, ViewRows viewRows) {
        this.registered = registered;
        this.viewRows = viewRows;
    }

    /** The rows on their way, and the columns they have. */
    public record Reading(List<ViewColumn> columns, Rows rows) {}

    /** Hands the rows to the reader while the view stays as it is; what the reader made of them. */
    public <T> Answer<T> read(ViewName name, RowQuery query, Function<Reading, T> reader) {
        if (registered.find(name).isEmpty()) {
            return new Answer.Refused<>(new Refusal.UnknownView(name));
        }
        try {
            return viewRows.read(name.value(), open -> read(name, query, open, reader))
                    .orElseGet(() -> new Answer.Refused<>(new Refusal.UnknownView(name)));
        } catch (ViewRefused refused) {
            return new Answer.Refused<>(Attempts.refusal(refused, position -> position));
        }
    }

    private static <T> Answer<T> read(ViewName name, RowQuery query, OpenView open, Function<Reading, T> reader) {
        var columns = open.view().columns();
        var sort = query.sort();
        if (sort != null && columns.stream().noneMatch(column -> column.name().equals(sort))) {
            return new Answer.Refused<>(new Refusal.UnknownColumn(name, sort));
        }
        try (var rows = open.rows(query)) {
            return new Answer.Done<>(reader.apply(new Reading(columns, rows)));
        }
    }
}
