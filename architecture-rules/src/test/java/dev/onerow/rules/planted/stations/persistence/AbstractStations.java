package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Planted: an abstract class. */
@JdbcRepository(dialect = Dialect.ANSI)
abstract class AbstractStations implements GenericRepository<StationRow, String> {
    abstract void updateByCode(@Id String code, String name);
}
