package dev.onerow.ledger.persistence;

import dev.onerow.persistence.IsoDate;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads transactions. */
@JdbcRepository(dialect = Dialect.ANSI)
interface TransactionReads extends GenericRepository<TransactionRow, String> {

    Optional<TransactionRow> findById(String id);

    List<TransactionRow> findByIdIn(List<String> ids);

    @Query(TransactionSql.SELECT + "WHERE" + TransactionSql.BEHIND + TransactionSql.WITH_CATEGORY
            + TransactionSql.IN_ORDER)
    List<TransactionRow> page(
            @IsoDate LocalDate afterDate,
            String afterTime,
            int afterSequence,
            String afterId,
            @IsoDate LocalDate from,
            @IsoDate LocalDate to,
            @Nullable String like,
            @Nullable String text,
            @Nullable String category,
            int limit);

    @Query(TransactionSql.SELECT + "WHERE t.account_id = :account AND" + TransactionSql.BEHIND
            + TransactionSql.WITH_CATEGORY + TransactionSql.IN_ORDER)
    List<TransactionRow> pageOfAccount(
            String account,
            @IsoDate LocalDate afterDate,
            String afterTime,
            int afterSequence,
            String afterId,
            @IsoDate LocalDate from,
            @IsoDate LocalDate to,
            @Nullable String like,
            @Nullable String text,
            @Nullable String category,
            int limit);

    @Query("""
            SELECT t.fingerprint, max(t.occurrence_number) AS largest
            FROM transactions t
            WHERE t.account_id = :account AND t.fingerprint IN (:fingerprints)
            GROUP BY t.fingerprint
            """)
    List<FingerprintCount> largestOccurrences(String account, List<String> fingerprints);

    @Query("""
            SELECT t.date, t.booking_time, max(t.sequence_number) AS largest
            FROM transactions t
            WHERE t.account_id = :account AND t.date IN (:dates)
            GROUP BY t.date, t.booking_time
            """)
    List<SecondCount> largestSequences(String account, List<String> dates);

    @Query("SELECT t.id FROM transactions t WHERE t.id IN (:ids) AND t.locked ORDER BY t.id")
    List<String> lockedAmong(List<String> ids);
}
