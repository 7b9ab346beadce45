package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Honest: set-based maintenance, listed with its reason. */
@JdbcRepository(dialect = Dialect.ANSI)
interface StationMaintenance extends GenericRepository<StationRow, String> {
    @Query("UPDATE station SET name = upper(name) WHERE code IN (:codes)")
    void capitalise(List<String> codes);

    @Query(
            "INSERT INTO station (code, name) SELECT code, 'unnamed' FROM reading WHERE true ON CONFLICT (code) DO NOTHING")
    void remember();
}
