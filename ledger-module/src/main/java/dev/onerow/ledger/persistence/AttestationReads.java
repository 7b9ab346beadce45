package dev.onerow.ledger.persistence;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads what vouches for which transaction. */
@JdbcRepository(dialect = Dialect.ANSI)
interface AttestationReads extends GenericRepository<AttestationRow, String> {

    List<AttestationRow> findByTransactionIdIn(List<String> transactions);

    List<AttestationRow> findByRawTransactionIdIn(List<String> rawTransactions);
}
