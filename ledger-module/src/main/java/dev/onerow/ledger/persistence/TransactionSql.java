package dev.onerow.ledger.persistence;

/** Parts of statements about transactions that several share. The table is called t. */
final class TransactionSql {
    static final String SELECT = "SELECT " + TransactionRow.COLUMNS + " FROM transactions t ";

    /** Behind a place in the list: a range of the index over the date, then a choice within one day. */
    static final String BEHIND = """
             t.date <= :afterDate
            AND (t.date < :afterDate OR t.booking_time < :afterTime
                OR (t.booking_time = :afterTime AND (t.sequence_number > :afterSequence
                    OR (t.sequence_number = :afterSequence AND t.id > :afterId))))
            AND t.date >= :from AND t.date <= :to
            AND (CAST(:text AS text) IS NULL
                OR (t.merchant LIKE CAST(:like AS text) ESCAPE '!' AND regexp_like(t.merchant, CAST(:text AS text)))
                OR (t.notes LIKE CAST(:like AS text) ESCAPE '!' AND regexp_like(t.notes, CAST(:text AS text))))
            """;

    static final String WITH_CATEGORY = """
            AND (CAST(:category AS text) IS NULL OR EXISTS (
                SELECT 1 FROM transaction_category_mappings c
                WHERE c.transaction_id = t.id AND c.category_id IN (
                    SELECT k.id FROM categories k
                    WHERE k.id = CAST(:category AS text) OR k.parent_id = CAST(:category AS text))))
            """;

    static final String IN_ORDER = """
            ORDER BY t.date DESC, t.booking_time DESC, t.sequence_number, t.id
            LIMIT :limit
            """;

    static final String JOIN_MAPPING =
            " LEFT JOIN transaction_category_mappings m ON m.transaction_id = t.id AND m.ledger_id = :ledger ";

    /**
     * What a ledger shows; days, categories and tags aside. Sets of accounts and limits in minor units are worked out
     * before; an empty set is a list with a value that no row has. Flows have a switch, because SQLite would take the index
     * over them where another one serves better.
     */
    static final String SHOWN = """
             (:everyFlow = 1 OR t.flow IN (:flows))
            AND (:allAccounts = 1 OR t.account_id IN (:accounts))
            AND (:limited = 0 OR (
                abs(t.amount) >= CASE WHEN t.account_id IN (:wholeAccounts) THEN :wholeLeast
                    WHEN t.account_id IN (:thousandthAccounts) THEN :thousandthLeast
                    WHEN t.account_id IN (:tenThousandthAccounts) THEN :tenThousandthLeast ELSE :least END
                AND abs(t.amount) <= CASE WHEN t.account_id IN (:wholeAccounts) THEN :wholeMost
                    WHEN t.account_id IN (:thousandthAccounts) THEN :thousandthMost
                    WHEN t.account_id IN (:tenThousandthAccounts) THEN :tenThousandthMost ELSE :most END))
            """;

    /**
     * What a ledger shows by category and tags. Sets of tags that pass are worked out before, and come as the names of one
     * JSON object: there may be more of them than a statement can have parameters, and json_each reads objects on both
     * databases. Needs the mapping.
     */
    static final String SHOWN_BY_MAPPING = """
            AND (:anyCategory = 1 OR m.category_id IN (:categories))
            AND (m.category_id IS NULL OR m.category_id NOT IN (:withoutCategories))
            AND (:anyTags = 1 OR CAST(m.tags AS text) IN (SELECT s.key FROM json_each(:tagSets) s))
            AND (m.tags IS NULL OR CAST(m.tags AS text) NOT IN (SELECT s.key FROM json_each(:withoutTagSets) s))
            """;

    static final String SUMS =
            "SELECT t.account_id, t.year, t.month, t.flow, count(*) AS count, CAST(sum(abs(t.amount)) AS bigint) AS amount"
                    + " FROM transactions t ";

    static final String BY_MONTH_AND_FLOW = " GROUP BY t.account_id, t.year, t.month, t.flow";

    private TransactionSql() {}
}
