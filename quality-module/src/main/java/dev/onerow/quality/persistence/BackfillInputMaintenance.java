package dev.onerow.quality.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Forgets the lines of a file in one statement: a store would read the file into memory to learn what it deletes. */
@JdbcRepository(dialect = Dialect.ANSI)
interface BackfillInputMaintenance extends GenericRepository<BackfillInputRow, UUID> {

    /** Deletes the lines of a job, however many they are; tells how many they were. */
    @Query("DELETE FROM backfill_inputs WHERE backfill_id = :backfillId")
    long deleteLines(UUID backfillId);
}
