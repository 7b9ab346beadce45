package dev.onerow.registry.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a page of rows, which {@link RowWriter} writes row by row; for the description. */
@Serdeable
record RowsPage(
        List<ColumnAnswer> columns,
        List<Map<String, Object>> rows,
        @Nullable Long next) {}
