package dev.onerow.ledger.persistence;

import dev.onerow.persistence.IsoDate;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** Reads what rows of a file may be already: some rows at a time, each by an index. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CandidateReads extends GenericRepository<TransactionRow, String> {

    @Query("SELECT t.id FROM transactions t WHERE t.account_id = :account AND t.fingerprint IN (:fingerprints)")
    List<String> byFingerprint(String account, List<String> fingerprints);

    @Query("SELECT t.id FROM transactions t WHERE t.account_id = :account AND t.external_id IN (:externalIds)")
    List<String> byExternalId(String account, List<String> externalIds);

    @Query("""
            SELECT DISTINCT a.transaction_id FROM transaction_attestations a
            WHERE a.account_id = :account AND a.fingerprint IN (:fingerprints)
            """)
    List<String> byAttestedFingerprint(String account, List<String> fingerprints);

    @Query("""
            SELECT DISTINCT a.transaction_id FROM transaction_attestations a
            WHERE a.account_id = :account AND a.external_id IN (:externalIds)
            """)
    List<String> byAttestedExternalId(String account, List<String> externalIds);

    /** Transactions that no import vouches for, of some amounts, between two days. */
    @Query("""
            SELECT t.id FROM transactions t
            WHERE t.account_id = :account AND t.date >= :first AND t.date <= :last AND t.amount IN (:amounts)
                AND (SELECT count(*) FROM transaction_attestations a WHERE a.transaction_id = t.id) = 0
            """)
    List<String> unattested(String account, @IsoDate LocalDate first, @IsoDate LocalDate last, List<Long> amounts);

    /** What rows stated as the balances after these transactions. */
    @Query("""
            SELECT a.transaction_id, r.parsed_data
            FROM transaction_attestations a
            JOIN raw_transactions r ON r.id = a.raw_transaction_id
            WHERE a.transaction_id IN (:transactions)
            """)
    List<StatedInRow> stated(List<String> transactions);
}
