package dev.onerow.registry.application;

import dev.onerow.persistence.views.View;
import dev.onerow.persistence.views.ViewColumn;
import dev.onerow.registry.domain.Column;
import dev.onerow.registry.domain.LiveView;
import dev.onerow.registry.domain.Sha256;
import java.util.List;

/** Views of the database in the words of the registry. */
final class LiveViews {
    private LiveViews() {}

    static LiveView of(View view) {
        return new LiveView(columns(view.columns()), Sha256.hex(view.definition()));
    }

    static List<Column> columns(List<ViewColumn> columns) {
        return columns.stream()
                .map(column -> new Column(column.name(), column.type()))
                .toList();
    }
}
