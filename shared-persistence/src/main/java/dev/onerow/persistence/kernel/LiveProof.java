package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.SchemaHistory;
import dev.onerow.persistence.database.UncheckedSqlException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proves every declared table against the database in use, in one snapshot. */
@Singleton
final class LiveProof implements SchemaProof {
    /** Of what no state of the schema tells, such as a sequence that comes to its end. */
    private static final Duration HOLDS_GOOD = Duration.ofMinutes(1);

    private final KernelStores stores;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final CurrentTransaction transaction;
    private final SchemaHistory history;
    private final Clock clock;
    private final SequenceForecast forecast;
    private final Shared<Result> recent = new Shared<>(this::provedLately);
    private volatile @Nullable Known known;

    LiveProof(
            KernelStores stores,
            DatabaseKind database,
            Transactions transactions,
            CurrentTransaction transaction,
            SchemaHistory history,
            Clock clock,
            @Nullable MeterRegistry meters) {
        this.stores = stores;
        this.dialect = Dialect.of(database);
        this.catalogue = switch (database) {
            case POSTGRESQL -> new PostgresqlCatalogue();
            case SQLITE -> new SqliteCatalogue();
        };
        this.transactions = transactions;
        this.transaction = transaction;
        this.history = history;
        this.clock = clock;
        this.forecast = new SequenceForecast(meters);
    }

    private record Known(Result result, String state, Instant at) {
        boolean holdsGood(String stateNow, Instant now) {
            return state.equals(stateNow) && Duration.between(at, now).abs().compareTo(HOLDS_GOOD) < 0;
        }
    }

    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    @Override
    public Result recent() {
        return recent.get();
    }

    private Result provedLately() {
        String state =
                reading(catalogue::state); // Before the proof: what changes meanwhile is then seen the next time.
        Known last = known;
        if (last != null && last.holdsGood(state, clock.instant())) {
            return last.result();
        }
        Instant begin = clock.instant();
        Result result = prove();
        known = new Known(result, state, begin);
        return result;
    }

    @Override
    public Result prove() {
        List<Table<?>> tables = stores.declared();
        List<String> pending = history.pending();
        if (!pending.isEmpty()) {
            return new Result(tables.size(), List.of(unmigrated(pending)));
        }
        List<String> absent = new ArrayList<>();
        List<Finding> findings = reading(connection -> findings(tables, connection, absent));
        return new Result(tables.size(), absent.isEmpty() ? findings : withoutMigrated(absent, findings));
    }

    private List<Finding> findings(List<Table<?>> tables, Connection connection, List<String> absent)
            throws SQLException {
        List<Finding> findings = new ArrayList<>();
        absent.clear(); // A transaction may be tried again.
        for (Table<?> table : tables) {
            TableProof proof = TableProof.of(table, dialect, catalogue, connection);
            findings.addAll(proof.findings());
            if (proof.isAbsent()) {
                absent.add(table.name());
            }
            proof.sequences().forEach(sequence -> forecast.observe(table.name(), sequence, clock.instant()));
        }
        return findings;
    }

    /** What a migration has made holds more than rows declare: checks, foreign keys, the indexes of reads. */
    private List<Finding> withoutMigrated(List<String> absent, List<Finding> findings) {
        Map<String, String> makers = history.makers();
        return findings.stream()
                .map(finding -> absent.contains(finding.table()) && makers.containsKey(finding.table())
                        ? gone(finding.table(), makers.get(finding.table()))
                        : finding)
                .toList();
    }

    private static Finding gone(String table, @Nullable String script) {
        return new Finding(
                table,
                true,
                "there is no such table, though " + script + ", which makes it, is applied: put it back from a backup",
                List.of(),
                List.of());
    }

    /** What a table lacks may be what a migration is about to bring, and would stumble over. So there is no repair. */
    private static Finding unmigrated(List<String> pending) {
        return new Finding(
                "onerow_schema_history",
                true,
                (pending.size() == 1 ? "1 migration is" : pending.size() + " migrations are")
                        + " not applied to this database yet, from " + pending.get(0)
                        + " on. Starting applies them: ./onerow serve. Until then the tables are not looked at",
                List.of(),
                List.of());
    }

    private <T> T reading(Look<T> look) {
        return transactions.read(() -> {
            try {
                return look.at(transaction.connection());
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
        });
    }
}
