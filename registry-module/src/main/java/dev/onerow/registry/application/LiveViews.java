package dev.onerow.registry.application;

import dev.onerow.persistence.views.View;
import dev.onerow.registry.domain.Column;
import dev.onerow.registry.domain.LiveView;
import dev.onerow.registry.domain.Sha256;

/** Views of the database in the words of the registry. */
final class LiveViews {
    private LiveViews() {}

    static LiveView of(View view) {
        return new LiveView(
                view.columns().stream()
                        .map(column -> new Column(column.name(), column.type()))
                        .toList(),
                Sha256.hex(view.definition()));
    }
}
