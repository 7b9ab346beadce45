package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Planted: a write that is inherited from an interface of our own. */
@JdbcRepository(dialect = Dialect.ANSI)
interface InheritingStations extends WritingRepository<StationRow> {}
