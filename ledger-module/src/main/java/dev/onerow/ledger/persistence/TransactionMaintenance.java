package dev.onerow.ledger.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** What is done to transactions in sets, because no row of its own says it. */
@JdbcRepository(dialect = Dialect.ANSI)
interface TransactionMaintenance extends GenericRepository<TransactionRow, String> {

    /** The flow of a transaction, by the type of its account. */
    String FLOW = """
            CASE
                WHEN (SELECT a.type FROM accounts a WHERE a.id = transactions.account_id) IN ('credit_card', 'loan')
                    THEN CASE WHEN amount < 0 THEN 'flow_out' ELSE 'neutral' END
                WHEN (SELECT a.type FROM accounts a WHERE a.id = transactions.account_id) = 'payment_gate' THEN 'neutral'
                WHEN is_neutral THEN 'neutral'
                WHEN amount < 0 THEN 'flow_out'
                ELSE 'flow_in'
            END
            """;

    /** Recomputes the flow of an account's transactions after its type has changed; the account is held. */
    @Query("UPDATE transactions SET version = version + 1, updated_at = :now, flow = " + FLOW
            + " WHERE account_id = :account AND flow <> " + FLOW)
    long recomputeFlows(String account, @Micros Instant now);
}
