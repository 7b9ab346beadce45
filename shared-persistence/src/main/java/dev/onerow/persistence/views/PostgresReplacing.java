package dev.onerow.persistence.views;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.PostgresCatalogue.Created;
import dev.onerow.persistence.views.PostgresCatalogue.Standing;
import dev.onerow.persistence.views.PostgresDependencies.Node;
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
    // Not by SET: where the driver sees the search path set to anything else than before, it prepares all statements
    // anew.
    private static final String UNDER = """
            ; SELECT set_config('search_path', %s, true), set_config('statement_timeout', '%d', true)""";

    // Definitions are read, and mean the same again, under the search path of the connection. On a line of its own: the
    // SELECT may end in a comment.
    private static final String END_OF_CREATION = "\n; SET LOCAL search_path TO DEFAULT";

    private static final String END = "SET LOCAL statement_timeout TO DEFAULT; " + PostgresLocks.END;

    private final Statements statements;
    private final PostgresCatalogue catalogue;
    private final PostgresDependencies dependencies;
    private final PostgresLocks locks;
    private final PostgresReading reading;
    private final String searchPath;
    private final String name;
    private final String select;
    private final Duration limit;

    PostgresReplacing(
            Statements statements,
            PostgresCatalogue catalogue,
            PostgresLocks locks,
            PostgresReading reading,
            List<String> schemas,
            String name,
            String select,
            Duration limit) {
        this.statements = statements;
        this.catalogue = catalogue;
        this.dependencies = new PostgresDependencies(statements);
        this.locks = locks;
        this.reading = reading;
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
        create(begin() + ";", ViewSettings.OWN_SCHEMA, "", "; " + END, Set.of());
        return new Replacement(Optional.empty(), created().view(), List.of(), false);
    }

    private Replacement again(Standing before) throws SQLException {
        return before.isRead() || before.hasExtras() ? rebuilt(before) : swapped(before);
    }

    /** All in one message. The view is ours and nothing hangs on it, so that the creation alone can be refused. */
    private Replacement swapped(Standing before) {
        var drop = begin() + "; DROP VIEW " + Quoted.name(before.schema(), name) + ";";
        create(drop, before.schema(), "", "; " + END, Set.of());
        var created = created();
        var quoted = created.view().quoted();
        restore(restorationOf(before, List.of()), before.oid(), quoted, created.hasRights(), column -> true);
        return new Replacement(Optional.of(before.columns()), created.view(), List.of(), true);
    }

    private Replacement rebuilt(Standing before) throws SQLException {
        var closure = new PostgresClosure(before.oid(), before.isRead() ? dependencies.of(before.oid()) : List.of());
        var blocker = closure.blocker();
        if (blocker.isPresent()) {
            throw new ViewRefused(new Reason.FixedDependant(blocker.get()), null);
        }
        var dependants = closure.inBuildOrder();
        var restoration = restorationOf(before, closure.oids());
        drop(before, dependants);
        var options = restoration.creationOf(before.oid()).options();
        create("", before.schema(), options, "", namesOf(dependants));
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
        // Reading definitions locks what they read, and so is part of what gives way.
        var definitions = catalogue.named(closure.byDistance());
        statements.run(END);
        return new Replacement(Optional.of(before.columns()), after, definitions, true);
    }

    private PostgresRestoration restorationOf(Standing view, List<Long> dependants) {
        List<Long> all = new ArrayList<>(dependants);
        if (view.hasExtras()) {
            all.add(view.oid());
        }
        return PostgresRestoration.of(statements, all);
    }

    private String begin() {
        return locks.begin() + UNDER.formatted(Quoted.text(searchPath), limit.toMillis());
    }

    private void drop(Standing view, List<Node> dependants) {
        List<String> outermostFirst =
                new ArrayList<>(dependants.stream().map(Node::quoted).toList());
        Collections.reverse(outermostFirst);
        outermostFirst.add(Quoted.name(view.schema(), name));
        try {
            statements.run(begin() + "; DROP VIEW " + String.join(", ", outermostFirst));
        } catch (SQLException failure) {
            throw PostgresErrors.ofDrop(failure, name);
        }
    }

    /**
     * Creates the view. That it and those that read it are not there at the moment is why no circle can be made.
     *
     * @param before statements that are sent along in front, with a semicolon behind each; perhaps none
     * @param after statements that are sent along behind, with a semicolon in front of each
     */
    private void create(String before, String schema, String options, String after, Set<String> dependants) {
        var prefix = "CREATE VIEW " + Quoted.name(schema) + "." + Quoted.name(name) + options + " AS\n";
        try {
            statements.run(before + prefix + select + END_OF_CREATION + after);
        } catch (SQLException failure) {
            if (PostgresErrors.isOfDrop(failure)) {
                throw PostgresErrors.ofDrop(failure, name);
            }
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
        reading.probe(view.name(), view.quoted());
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

    private static Set<String> namesOf(List<Node> views) {
        return views.stream().map(Node::name).collect(toUnmodifiableSet());
    }

    private static Set<String> columns(View view) {
        return view.columns().stream().map(ViewColumn::name).collect(toUnmodifiableSet());
    }
}
