package dev.onerow.persistence.views;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.PostgresCatalogue.Created;
import dev.onerow.persistence.views.PostgresCatalogue.Node;
import dev.onerow.persistence.views.PostgresCatalogue.Standing;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One replacement of a view on PostgreSQL: the view and all that read it are dropped, from the outermost inwards as
 * readers lock them, and made again from the inside out. CREATE OR REPLACE would not do: it cannot drop, rename, retype
 * or re-order a column.
 */
final class PostgresReplacing {
    // Locks are given up before the server looks for deadlocks, or it might choose a reader as the one to fail.
    private static final String GIVE_WAY = """
            SELECT set_config('lock_timeout', least(900, floor(900 * extract(
                       epoch FROM current_setting('deadlock_timeout')::interval)))::int::text, true)""";

    /** Opens the savepoint to which {@link #GIVE_UP} goes back. */
    static final String BEGIN = "SAVEPOINT changing_views; " + GIVE_WAY;

    static final String GIVE_UP = "ROLLBACK TO SAVEPOINT changing_views; RELEASE SAVEPOINT changing_views";

    static final String END = "SET LOCAL lock_timeout TO DEFAULT; RELEASE SAVEPOINT changing_views";

    private static final String UNDER = """
            , set_config('standard_conforming_strings', 'on', true), set_config('search_path', %s, true),
                   set_config('statement_timeout', '%d', true)""";

    // Definitions are read, and mean the same again, under the search path of the connection. On a line of its own: the
    // SELECT may end in a comment.
    private static final String END_OF_CREATION = "\n; SET LOCAL search_path TO DEFAULT";

    // A function that never changes its mind is called for the plan, and may be lying.
    private static final String READING = "SAVEPOINT reading; SET LOCAL transaction_read_only TO on; ";
    private static final String READ = "; ROLLBACK TO SAVEPOINT reading; RELEASE SAVEPOINT reading";

    private static final String END_OF_LIMIT = "SET LOCAL statement_timeout TO DEFAULT";

    private final Statements statements;
    private final PostgresCatalogue catalogue;
    private final String searchPath;
    private final String name;
    private final String select;
    private final Duration limit;

    PostgresReplacing(
            Statements statements,
            PostgresCatalogue catalogue,
            List<String> schemas,
            String name,
            String select,
            Duration limit) {
        this.statements = statements;
        this.catalogue = catalogue;
        this.limit = limit;
        this.searchPath = schemas.stream().map(Quoted::name).collect(joining(", "));
        this.name = name;
        this.select = select;
    }

    Replacement replace() {
        var before = catalogue.standing(name);
        try {
            return before.isPresent() ? again(before.get()) : first();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    private Replacement first() throws SQLException {
        catalogue.holderOf(name).ifPresent(holder -> {
            throw new ViewRefused(new Reason.NameTaken(name, holder), null);
        });
        statements.run(begin());
        create(ViewSettings.OWN_SCHEMA, "", Set.of());
        var after = created().view();
        probe(after.name(), after.quoted(), END_OF_LIMIT + "; " + END);
        return new Replacement(Optional.empty(), after, List.of(), false);
    }

    private Replacement again(Standing before) throws SQLException {
        var closure = closureOf(before);
        var blocker = closure.blocker();
        if (blocker.isPresent()) {
            throw new ViewRefused(new Reason.FixedDependant(blocker.get()), null);
        }
        var dependants = closure.inBuildOrder();
        var restoration = restorationOf(before, closure.oids());
        drop(before, dependants);
        create(before.schema(), restoration.creationOf(before.oid()).options(), namesOf(dependants));
        var created = created();
        var after = created.view();
        var columns = columns(after);
        restore(restoration, before.oid(), after.quoted(), created.hasRights(), columns::contains);
        var broken = closure.broken(columns);
        if (broken.isPresent()) {
            throw new ViewRefused(broken.get(), null);
        }
        for (var dependant : dependants) {
            createAgain(dependant, restoration);
        }
        return new Replacement(Optional.of(before.columns()), after, probedWith(closure, after), true);
    }

    /**
     * Ends the change, in one message where no other view was made again. Else their definitions are read before: that
     * locks what they read, and so is part of what gives way.
     */
    private List<View> probedWith(PostgresClosure closure, View after) throws SQLException {
        var dependants = closure.byDistance();
        if (dependants.isEmpty()) {
            probe(after.name(), after.quoted(), END_OF_LIMIT + "; " + END);
            return List.of();
        }
        probe(after.name(), after.quoted(), END_OF_LIMIT);
        var definitions = catalogue.named(dependants);
        statements.run(END);
        return definitions;
    }

    /** Most views are read by no other one and have nothing but their SELECT: that is known, and not asked for again. */
    private PostgresClosure closureOf(Standing view) {
        return new PostgresClosure(view.oid(), view.isRead() ? catalogue.dependencies(view.oid()) : List.of());
    }

    private PostgresRestoration restorationOf(Standing view, List<Long> dependants) {
        List<Long> all = new ArrayList<>(dependants);
        if (view.hasExtras()) {
            all.add(view.oid());
        }
        return PostgresRestoration.of(statements, all);
    }

    private String begin() {
        return BEGIN + UNDER.formatted(Quoted.text(searchPath), limit.toMillis());
    }

    private void drop(Standing view, List<Node> dependants) {
        List<String> outermostFirst =
                new ArrayList<>(dependants.stream().map(Node::quoted).toList());
        Collections.reverse(outermostFirst);
        outermostFirst.add(Quoted.name(view.schema(), name));
        try {
            statements.run(begin() + "; DROP VIEW " + String.join(", ", outermostFirst));
        } catch (SQLException failure) {
            throw PostgresErrors.refusedOr(failure, new Reason.FixedDependant("a view that is not ours to drop"));
        }
    }

    /** That the view itself and those that read it are not there at the moment is why no circle can be made. */
    private void create(String schema, String options, Set<String> dependants) {
        var prefix = "CREATE VIEW " + Quoted.name(schema) + "." + Quoted.name(name) + options + " AS\n";
        try {
            statements.run(prefix + select + END_OF_CREATION);
        } catch (SQLException failure) {
            var reason = PostgresErrors.ofCreation(failure, prefix, select);
            throw reason == null
                    ? new UncheckedSqlException(failure)
                    : new ViewRefused(Circles.notIn(reason, name, dependants), failure);
        }
    }

    private Created created() {
        var after = catalogue
                .created(name)
                .orElseThrow(() -> new IllegalStateException("Made a view that is not there: " + name));
        if (after.outside() != null) {
            throw new ViewRefused(new Reason.OutsideSchemas(after.outside()), null);
        }
        return after;
    }

    private void createAgain(Node view, PostgresRestoration restoration) {
        var creation = restoration.creationOf(view.oid());
        try {
            statements.run("CREATE VIEW " + view.quoted() + creation.columns() + creation.options() + " AS "
                    + creation.definition());
        } catch (SQLException failure) {
            throw PostgresErrors.refusedOr(failure, new Reason.BrokenDependant(view.name(), null));
        }
        restore(restoration, view.oid(), view.quoted(), true, column -> true);
        probe(view.name(), view.quoted(), "");
    }

    private void restore(
            PostgresRestoration restoration, long oid, String quoted, boolean hasRights, Predicate<String> columns) {
        try {
            restoration.restore(statements, oid, quoted, hasRights, columns);
        } catch (SQLException failure) {
            throw PostgresErrors.refusedOr(
                    failure, new Reason.FixedDependant("the rights, rules or triggers of " + quoted));
        }
    }

    private void probe(String view, String quoted, String andThen) {
        try {
            statements.run(READING + "SELECT * FROM " + quoted + " LIMIT 0" + READ + "; " + andThen);
        } catch (SQLException failure) {
            throw PostgresViewRows.unreadable(view, failure);
        }
    }

    private static Set<String> namesOf(List<Node> views) {
        return views.stream().map(Node::name).collect(toUnmodifiableSet());
    }

    private static Set<String> columns(View view) {
        return view.columns().stream().map(ViewColumn::name).collect(toUnmodifiableSet());
    }
}
