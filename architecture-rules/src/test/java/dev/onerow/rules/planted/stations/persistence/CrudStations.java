package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/** Planted: everything that CrudRepository offers. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CrudStations extends CrudRepository<StationRow, String> {}
