package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Planted: listed maintenance that forgets that a key may be there. */
@JdbcRepository(dialect = Dialect.ANSI)
interface ListedInsert extends GenericRepository<StationRow, String> {
    @Query("INSERT INTO station (code, name) SELECT code, 'unnamed' FROM reading")
    void forget();
}
