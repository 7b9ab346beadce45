package dev.onerow.ledger.persistence;

import dev.onerow.persistence.IsoDate;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads accounts. */
@JdbcRepository(dialect = Dialect.ANSI)
interface AccountReads extends GenericRepository<AccountRow, String> {

    Optional<AccountRow> findById(String id);

    List<AccountRow> findByIdIn(List<String> ids);

    List<AccountRow> findAll();

    @Query("""
            SELECT a.id, a.name, a.institution, a.type, a.currency_code, a.initial_balance, a.credit_limit,
                a.interest_rate, a.external_ids_stable, a.account_number_hash, a.last4, a.metadata, a.version,
                a.created_at, a.updated_at
            FROM accounts a
            WHERE a.id > :after
            ORDER BY a.id
            LIMIT :limit
            """)
    List<AccountRow> page(String after, int limit);

    @Query("SELECT count(*) FROM (SELECT t.id FROM transactions t WHERE t.account_id = :account LIMIT 1) found")
    long anyTransaction(String account);

    @Query("SELECT t.id FROM transactions t WHERE t.account_id = :account AND t.locked ORDER BY t.id LIMIT :limit")
    List<String> locked(String account, int limit);

    @Query("""
            SELECT
                (SELECT count(*) FROM import_batches b WHERE b.account_id = :account) AS import_batches,
                (SELECT count(*) FROM raw_transactions r WHERE r.account_id = :account) AS raw_transactions,
                (SELECT count(*) FROM transactions t WHERE t.account_id = :account) AS transactions,
                (SELECT count(*) FROM transaction_category_mappings m
                    JOIN transactions t ON t.id = m.transaction_id WHERE t.account_id = :account) AS mappings,
                (SELECT count(*) FROM transaction_category_mappings m
                    JOIN transactions t ON t.id = m.transaction_id
                    WHERE t.account_id = :account AND m.assigned_by = 'manual') AS manual_mappings
            """)
    ContentCounts contents(String account);

    /** The stated balance of the newest import of each account that has one. */
    @Query("""
            SELECT s.account_id, s.statement_balance AS amount, s.statement_balance_date AS as_of
            FROM (
                SELECT b.account_id, b.statement_balance, b.statement_balance_date, row_number() OVER (
                    PARTITION BY b.account_id
                    ORDER BY b.statement_balance_date DESC, b.imported_at DESC, b.id DESC) AS place
                FROM import_batches b
                WHERE b.account_id IN (:accounts) AND b.statement_balance_date IS NOT NULL) s
            WHERE s.place = 1
            """)
    List<AmountAsOf> statedBalances(List<String> accounts);

    /** What the transactions of accounts add up to, with the latest day. */
    @Query("""
            SELECT t.account_id, CAST(sum(t.amount) AS bigint) AS amount, max(t.date) AS as_of
            FROM transactions t
            WHERE t.account_id IN (:accounts)
            GROUP BY t.account_id
            """)
    List<AmountAsOf> sums(List<String> accounts);

    /** What the transactions of accounts add up to by the end of a day. */
    @Query("""
            SELECT t.account_id, CAST(sum(t.amount) AS bigint) AS amount, max(t.date) AS as_of
            FROM transactions t
            WHERE t.account_id IN (:accounts) AND t.date <= :day
            GROUP BY t.account_id
            """)
    List<AmountAsOf> sumsUpTo(List<String> accounts, @IsoDate LocalDate day);
}
