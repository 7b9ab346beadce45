package dev.onerow.persistence;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface Measurements extends GenericRepository<Measurement, UUID> {

    Optional<Measurement> findById(UUID id);

    List<Measurement> findByTakenAtBetweenOrderByTakenAt(Instant from, Instant until);

    List<Measurement> findByDayAndValid(LocalDate day, boolean valid);

    List<Measurement> findByQuality(Measurement.Quality quality);

    @Query("""
            SELECT m.*
            FROM measurements m
            WHERE (CAST(:station AS text) IS NULL OR m.station = :station)
              AND m.taken_at >= :since
              AND m.day = :day
              AND m.details = :details
            ORDER BY m.taken_at, m.id
            LIMIT :limit
            """)
    List<Measurement> search(
            @Nullable String station, @Micros Instant since, @IsoDate LocalDate day, Json details, int limit);

    @Query("""
            SELECT m.station, max(m.taken_at) AS latest, max(m.day) AS day, count(*) AS taken
            FROM measurements m
            GROUP BY m.station
            ORDER BY m.station
            """)
    List<Latest> latest();

    @MappedEntity
    record Latest(
            String station, @Micros Instant latest, @IsoDate LocalDate day, long taken) {}
}
