package dev.onerow.registry.web;

import dev.onerow.registry.domain.Column;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A column of a view on the wire. */
@Serdeable
record ColumnAnswer(String name, String type) {

    static List<ColumnAnswer> of(List<Column> columns) {
        return columns.stream()
                .map(column -> new ColumnAnswer(column.name(), column.type()))
                .toList();
    }
}
