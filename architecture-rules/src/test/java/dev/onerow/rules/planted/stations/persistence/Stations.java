package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Honest: finders, and a query whose name sounds like a write. */
@JdbcRepository(dialect = Dialect.ANSI)
interface Stations extends GenericRepository<StationRow, String> {
    Optional<StationRow> findByCode(String code);

    @Query("SELECT s.code, s.name FROM station s WHERE s.name > :updated ORDER BY s.name, s.code")
    List<StationRow> updatedSince(String updated);
}
