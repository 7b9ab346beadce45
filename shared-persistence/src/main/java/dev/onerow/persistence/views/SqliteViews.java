package dev.onerow.persistence.views;

import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@link Views} on SQLite. A view is only looked at when it is read, so those that read a replaced one can stay; they are
 * prepared afterwards, to see whether they still can be read. A writing transaction is the only one by itself.
 */
final class SqliteViews implements Views {
    private static final Duration COUNT_LIMIT = Duration.ofSeconds(1);

    private final CurrentTransaction transaction;
    private final Statements statements;
    private final SqliteCatalogue catalogue;

    SqliteViews(CurrentTransaction transaction) {
        this.transaction = transaction;
        this.statements = new Statements(transaction);
        this.catalogue = new SqliteCatalogue(statements);
    }

    @Override
    public void lock() {
        // BEGIN IMMEDIATE has done it.
        Objects.requireNonNull(transaction.connection());
    }

    @Override
    public Optional<View> find(String name) {
        return catalogue.find(name);
    }

    @Override
    public List<View> all() {
        return catalogue.all();
    }

    @Override
    public List<Dependant> dependantsOf(View view, NameReader names) {
        return SqliteClosure.of(view.name(), catalogue::mentioning, names);
    }

    @Override
    public Replacement replace(String name, String select, NameReader names) {
        var before = find(name);
        if (before.isEmpty()) {
            refuseStrangers(name);
        }
        var dependants = SqliteClosure.of(name, catalogue::mentioning, names);
        var brokenBefore = troubles(dependants);
        swap(name, before.isPresent(), select, dependants, names);
        for (var dependant : dependants) {
            probe(dependant.name(), brokenBefore.get(dependant.name()));
        }
        var after = find(name).orElseThrow(() -> new IllegalStateException("Made a view that is not there: " + name));
        return new Replacement(
                before.map(View::columns),
                after,
                dependants.stream().flatMap(view -> find(view.name()).stream()).toList(),
                false);
    }

    private void refuseStrangers(String name) {
        catalogue.holderOf(name).ifPresent(holder -> {
            throw new ViewRefused(new Reason.NameTaken(name, holder), null);
        });
    }

    /** What keeps views from being read now, by name. */
    private Map<String, String> troubles(List<Dependant> views) {
        Map<String, String> troubles = new HashMap<>();
        for (var view : views) {
            failureOf(view.name()).ifPresent(failure -> troubles.put(view.name(), SqliteErrors.words(failure)));
        }
        return troubles;
    }

    private void swap(String name, boolean isThere, String select, List<Dependant> dependants, NameReader names) {
        try {
            var triggers = catalogue.triggersOf(name);
            if (isThere) {
                statements.run("DROP VIEW " + Quoted.name(name));
            }
            create(name, select, isThere ? namesOf(dependants) : Set.of(), names);
            statements.runAll(triggers);
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    private void create(String name, String select, Set<String> dependants, NameReader names) {
        try {
            refuseDuplicates(select);
            statements.run("CREATE VIEW " + Quoted.name(name) + " AS\n" + select);
            prepare("SELECT * FROM " + Quoted.name(name) + " LIMIT 0");
        } catch (SQLException failure) {
            var reason = SqliteErrors.ofCreation(failure, select);
            throw reason == null
                    ? new UncheckedSqlException(failure)
                    : new ViewRefused(Circles.notIn(reason, name, dependants, names.namesIn(select)), failure);
        }
    }

    private static Set<String> namesOf(List<Dependant> dependants) {
        return dependants.stream().map(Dependant::name).collect(Collectors.toUnmodifiableSet());
    }

    /** SQLite would give the second of two equal names a name of its own making. */
    private void refuseDuplicates(String select) throws SQLException {
        try (PreparedStatement prepared = transaction.connection().prepareStatement(select)) {
            var columns = prepared.getMetaData();
            Set<String> seen = new HashSet<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                var name = columns.getColumnLabel(i);
                if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                    throw new ViewRefused(
                            new Reason.InvalidSql("duplicate-column", WordPlaces.ofSecond(select, name), name), null);
                }
            }
        }
    }

    private void prepare(String sql) throws SQLException {
        try (PreparedStatement prepared = transaction.connection().prepareStatement(sql)) {
            prepared.getMetaData();
        }
    }

    /** A view that was broken before, and is in the same way, is not this replacement's to mend. */
    private void probe(String view, @Nullable String brokenBefore) {
        failureOf(view).ifPresent(failure -> {
            if (!SqliteErrors.words(failure).equals(brokenBefore)) {
                throw new ViewRefused(new Reason.BrokenDependant(view, SqliteErrors.missingColumn(failure)), failure);
            }
        });
    }

    private Optional<SQLException> failureOf(String view) {
        try {
            prepare("SELECT * FROM " + Quoted.name(view) + " LIMIT 0");
            return Optional.empty();
        } catch (SQLException failure) {
            if (!SqliteErrors.isOfTheStatement(failure)) {
                throw new UncheckedSqlException(failure);
            }
            return Optional.of(failure);
        }
    }

    /** The view was prepared when it was made. */
    @Override
    public void probe(View made) {
        Objects.requireNonNull(made);
    }

    @Override
    public void drop(View view) {
        try {
            statements.run("DROP VIEW " + Quoted.name(view.name()));
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    @Override
    public OptionalLong count(View view) {
        // Named one by one, so that every cell is evaluated.
        var cells = view.columns().stream()
                .map(column -> ", count(" + Quoted.name(column.name()) + ")")
                .collect(Collectors.joining());
        var sql = "SELECT count(*)" + cells + " FROM " + Quoted.name(view.name());
        try (var statement = transaction.connection().createStatement();
                var watch = new Watch(statement, COUNT_LIMIT)) {
            try (var rows = watch.limit(() -> statement.executeQuery(sql))) {
                rows.next();
                return OptionalLong.of(rows.getLong(1));
            } catch (SQLException failure) {
                if (watch.isOver()) {
                    return OptionalLong.empty();
                }
                throw StoreFailure.of(failure).filter(StoreFailure::isTemporary).isPresent()
                        ? new UncheckedSqlException(failure)
                        : new ViewRefused(new Reason.Unreadable(view.name()), failure);
            }
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    @Override
    public OptionalLong countMade(View made) {
        return count(made);
    }

    @Override
    public OptionalInt serverVersion() {
        return OptionalInt.empty();
    }

    @Override
    public void undoAtTheEnd() {
        transaction.rollBackOnly();
    }
}
