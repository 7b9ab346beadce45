package dev.onerow.telemetry.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads attempts. */
@JdbcRepository(dialect = Dialect.ANSI)
interface AttemptReads extends GenericRepository<AttemptRow, String> {

    @Query("""
            SELECT a.*
            FROM extraction_method_attempts a
            WHERE a.operation_id = :operationId
            ORDER BY a.position
            """)
    List<AttemptRow> inOrder(String operationId);

    /** Of several operations, each in order. */
    @Query("""
            SELECT a.*
            FROM extraction_method_attempts a
            WHERE a.operation_id IN (:operationIds)
            ORDER BY a.operation_id, a.position
            """)
    List<AttemptRow> inOrderOf(List<String> operationIds);
}
