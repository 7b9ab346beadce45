package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.data.repository.Delete;

/** Planted: a write by another name, which only the generated code shows. */
@JdbcRepository(dialect = Dialect.ANSI)
interface QuietStations extends GenericRepository<StationRow, String> {
    @Delete
    void forget(StationRow row);
}
