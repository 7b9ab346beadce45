package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Planted: a derived delete. */
@JdbcRepository(dialect = Dialect.ANSI)
interface DeletingStations extends GenericRepository<StationRow, String> {
    void deleteByName(String name);
}
