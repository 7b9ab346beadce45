package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Planted: a repository of something else that takes a keyed row. */
@JdbcRepository(dialect = Dialect.ANSI)
interface SavingStations extends GenericRepository<SavingStations.Scratch, String> {
    void insert(StationRow row);

    @MappedEntity("scratch")
    record Scratch(@Id String note) {}
}
