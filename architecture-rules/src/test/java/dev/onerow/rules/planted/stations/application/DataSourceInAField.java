package dev.onerow.rules.planted.stations.application;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Planted: javax.sql, as the type of a field. */
final class DataSourceInAField {
    @Nullable
    DataSource source;
}
