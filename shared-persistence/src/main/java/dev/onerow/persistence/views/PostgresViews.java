package dev.onerow.persistence.views;

import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.PostgresCatalogue.Entry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** {@link Views} on PostgreSQL. */
final class PostgresViews implements Views {
    private final CurrentTransaction transaction;
    private final Statements statements;
    private final PostgresCatalogue catalogue;
    private final PostgresDependencies dependencies;
    private final PostgresLocks locks;
    private final PostgresReading reading;
    private final List<String> schemas;
    private final Duration creationLimit;

    PostgresViews(CurrentTransaction transaction, ViewSettings settings, Duration creationLimit) {
        this.creationLimit = creationLimit;
        this.transaction = transaction;
        this.statements = new Statements(transaction);
        this.schemas = settings.readableSchemas();
        this.catalogue = new PostgresCatalogue(statements, schemas);
        this.dependencies = new PostgresDependencies(statements);
        this.locks = new PostgresLocks(statements);
        this.reading = new PostgresReading(statements, locks, creationLimit);
    }

    @Override
    public void lock() {
        locks.lockAll();
    }

    @Override
    public Optional<View> find(String name) {
        return catalogue.find(name).map(Entry::view);
    }

    @Override
    public List<View> all() {
        return catalogue.all().stream().map(Entry::view).toList();
    }

    @Override
    public List<Dependant> dependantsOf(View view, NameReader names) {
        return closureOf(entry(view)).byDistance();
    }

    @Override
    public Replacement replace(String name, String select, NameReader names) {
        var replacing =
                new PostgresReplacing(statements, catalogue, locks, reading, schemas, name, select, creationLimit);
        return locks.givingWay(name, replacing::replace);
    }

    @Override
    public void probe(View made) {
        reading.probe(made);
    }

    @Override
    public void drop(View view) {
        locks.givingWay(view.name(), () -> {
            try {
                statements.run(locks.begin() + "; DROP VIEW " + view.quoted() + "; " + PostgresLocks.END);
                return true;
            } catch (SQLException failure) {
                throw PostgresErrors.ofDrop(failure, view.name());
            }
        });
    }

    @Override
    public OptionalLong count(View view) {
        return reading.count(view);
    }

    @Override
    public OptionalLong countMade(View made) {
        return reading.countMade(made);
    }

    @Override
    public OptionalInt serverVersion() {
        try {
            var server = transaction.connection().getMetaData();
            return OptionalInt.of(server.getDatabaseMajorVersion() * 10_000 + server.getDatabaseMinorVersion());
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    @Override
    public void undoAtTheEnd() {
        transaction.rollBackOnly();
    }

    private Entry entry(View view) {
        return catalogue
                .find(view.name())
                .orElseThrow(() -> new IllegalStateException("The view is gone: " + view.name()));
    }

    private PostgresClosure closureOf(Entry entry) {
        return new PostgresClosure(entry.oid(), dependencies.of(entry.oid()));
    }
}
