package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Planted: a query with a common table expression, a comment, a schema and an alias. */
@JdbcRepository(dialect = Dialect.ANSI)
interface InsertInAQuery extends GenericRepository<StationRow, String> {
    @Query("""
            WITH fresh AS (SELECT :code AS code)
            INSERT /* quickly */ INTO "weather"."station" AS s (code, name)
            SELECT code, code FROM fresh
            """)
    void add(String code);
}
