package dev.onerow.ledger.persistence;

import dev.onerow.persistence.IsoDate;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what ledgers show. {@link ShownParameters} says what the parameters of every method mean. */
@JdbcRepository(dialect = Dialect.ANSI)
interface ShownReads extends GenericRepository<TransactionRow, String> {

    @Query(TransactionSql.SELECT + TransactionSql.JOIN_MAPPING + "WHERE" + TransactionSql.BEHIND + "AND"
            + TransactionSql.SHOWN + TransactionSql.SHOWN_BY_MAPPING + TransactionSql.IN_ORDER)
    List<TransactionRow> page(
            @IsoDate LocalDate afterDate,
            String afterTime,
            int afterSequence,
            String afterId,
            @IsoDate LocalDate from,
            @IsoDate LocalDate to,
            @Nullable String like,
            @Nullable String text,
            int limit,
            String ledger,
            int everyFlow,
            List<String> flows,
            int allAccounts,
            List<String> accounts,
            int limited,
            List<String> wholeAccounts,
            long wholeLeast,
            long wholeMost,
            List<String> thousandthAccounts,
            long thousandthLeast,
            long thousandthMost,
            List<String> tenThousandthAccounts,
            long tenThousandthLeast,
            long tenThousandthMost,
            long least,
            long most,
            int anyCategory,
            List<String> categories,
            List<String> withoutCategories,
            int anyTags,
            String tagSets,
            String withoutTagSets);

    /** Categories and tags are not looked at. */
    @Query(TransactionSql.SELECT + "WHERE t.id IN (:ids) AND (:everyDay = 1 OR (t.date >= :from AND t.date <= :to)) AND"
            + TransactionSql.SHOWN)
    List<TransactionRow> among(
            List<String> ids,
            int everyDay,
            @IsoDate LocalDate from,
            @IsoDate LocalDate to,
            int everyFlow,
            List<String> flows,
            int allAccounts,
            List<String> accounts,
            int limited,
            List<String> wholeAccounts,
            long wholeLeast,
            long wholeMost,
            List<String> thousandthAccounts,
            long thousandthLeast,
            long thousandthMost,
            List<String> tenThousandthAccounts,
            long tenThousandthLeast,
            long tenThousandthMost,
            long least,
            long most);

    /** For ledgers that look at neither days, categories nor tags. */
    @Query(TransactionSql.SUMS + "WHERE" + TransactionSql.SHOWN + TransactionSql.BY_MONTH_AND_FLOW)
    List<CellRow> cells(
            int everyFlow,
            List<String> flows,
            int allAccounts,
            List<String> accounts,
            int limited,
            List<String> wholeAccounts,
            long wholeLeast,
            long wholeMost,
            List<String> thousandthAccounts,
            long thousandthLeast,
            long thousandthMost,
            List<String> tenThousandthAccounts,
            long tenThousandthLeast,
            long tenThousandthMost,
            long least,
            long most);

    /** For ledgers that look at neither categories nor tags, by an index over the days. */
    @Query(TransactionSql.SUMS + "WHERE t.date >= :from AND t.date <= :to AND" + TransactionSql.SHOWN
            + TransactionSql.BY_MONTH_AND_FLOW)
    List<CellRow> cellsOfDays(
            @IsoDate LocalDate from,
            @IsoDate LocalDate to,
            int everyFlow,
            List<String> flows,
            int allAccounts,
            List<String> accounts,
            int limited,
            List<String> wholeAccounts,
            long wholeLeast,
            long wholeMost,
            List<String> thousandthAccounts,
            long thousandthLeast,
            long thousandthMost,
            List<String> tenThousandthAccounts,
            long tenThousandthLeast,
            long tenThousandthMost,
            long least,
            long most);

    @Query(TransactionSql.SUMS + TransactionSql.JOIN_MAPPING + "WHERE t.date >= :from AND t.date <= :to AND"
            + TransactionSql.SHOWN + TransactionSql.SHOWN_BY_MAPPING + TransactionSql.BY_MONTH_AND_FLOW)
    List<CellRow> cellsByMapping(
            @IsoDate LocalDate from,
            @IsoDate LocalDate to,
            String ledger,
            int everyFlow,
            List<String> flows,
            int allAccounts,
            List<String> accounts,
            int limited,
            List<String> wholeAccounts,
            long wholeLeast,
            long wholeMost,
            List<String> thousandthAccounts,
            long thousandthLeast,
            long thousandthMost,
            List<String> tenThousandthAccounts,
            long tenThousandthLeast,
            long tenThousandthMost,
            long least,
            long most,
            int anyCategory,
            List<String> categories,
            List<String> withoutCategories,
            int anyTags,
            String tagSets,
            String withoutTagSets);
}
