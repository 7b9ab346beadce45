package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Planted: maintenance that nobody listed. */
@JdbcRepository(dialect = Dialect.ANSI)
interface RenamesWithoutList extends GenericRepository<StationRow, String> {
    @Query("UPDATE station SET name = :name WHERE code = :code")
    void rename(String code, String name);
}
