package dev.onerow.rules.sql;

import dev.onerow.rules.sql.Token.Kind;
import java.util.Optional;

/** Recognises what makes new rows: INSERT, REPLACE, MERGE and COPY. */
final class Inserts {
    private final Beginning beginning;
    private final Cursor cursor;

    /** The cursor stands after the verb. */
    Inserts(Beginning beginning, Cursor cursor) {
        this.beginning = beginning;
        this.cursor = cursor;
    }

    Optional<Statement> insert() {
        boolean replaces = cursor.skip("or") && cursor.take().isWord("replace");
        return into(replaces ? Verb.INSERT_OR_REPLACE : Verb.INSERT);
    }

    Optional<Statement> into(Verb verb) {
        if (!cursor.skip("into")) {
            return Optional.empty();
        }
        if (cursor.isAtTextEnd() && beginning.isCutOff()) {
            return Optional.of(beginning.statement(verb, Name.PUT_IN_AT_RUN_TIME, true));
        }
        Optional<Name> name = cursor.name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (cursor.skip("as")) {
            cursor.name();
        }
        if (cursor.isAtEnd()) {
            return Optional.of(beginning.statement(verb, name.get(), isSql(name.get())));
        }
        boolean isListed = cursor.isAtSign('(');
        if (isListed && !cursor.skipColumns()) {
            return Optional.empty();
        }
        boolean isWhole = (isListed && cursor.isAtEnd()) || hasSource();
        return isWhole ? Optional.of(beginning.statement(verb, name.get(), true)) : Optional.empty();
    }

    /** {@code verb + " INTO rules (code) VALUES (?)"}: only a write can go on like this. */
    Optional<Statement> intoWithoutVerb() {
        Optional<Name> name = beginning.isAfterAHole() ? cursor.name() : Optional.empty();
        return name.isPresent() && cursor.skipColumns() && hasSource()
                ? name.map(table -> beginning.statement(Verb.INSERT, table, true))
                : Optional.empty();
    }

    Optional<Statement> merge() {
        if (!cursor.skip("into")) {
            return Optional.empty();
        }
        cursor.skip("only");
        Optional<Name> name = cursor.name();
        if (name.isPresent() && cursor.isAtEnd()) {
            return Optional.of(beginning.statement(Verb.MERGE, name.get(), isSql(name.get())));
        }
        cursor.skipAlias("using");
        return cursor.isAt("using")
                ? name.map(table -> beginning.statement(Verb.MERGE, table, true))
                : Optional.empty();
    }

    Optional<Statement> copy() {
        Optional<Name> name = cursor.name();
        boolean isProse = cursor.isAtSign('(') && !cursor.skipColumns();
        if (name.isEmpty() || isProse || !cursor.skip("from")) {
            return Optional.empty();
        }
        Token source = cursor.peek();
        boolean isPutIn = source.kind() == Kind.HOLE || source.kind() == Kind.END || cursor.isAtJoint();
        return source.isWord("stdin")
                        || source.isWord("program")
                        || source.kind() == Kind.STRING
                        || (isPutIn && beginning.isInCapitals())
                ? name.map(table -> beginning.statement(Verb.COPY, table, true))
                : Optional.empty();
    }

    /** Whether the rows to insert come next, or the place for them. */
    private boolean hasSource() {
        if (cursor.skip("values")) {
            return cursor.isAtSign('(') || cursor.peek().kind() == Kind.HOLE || cursor.isAtEnd() || cursor.isAtJoint();
        }
        if (cursor.skip("with")) {
            cursor.skip("recursive");
            return cursor.name().isPresent() && (cursor.isAt("as") || cursor.isAtSign('('));
        }
        return cursor.isAt("select")
                || cursor.isAt("overriding")
                || cursor.isAtSign('(')
                || cursor.peek().kind() == Kind.HOLE
                || cursor.skip("default", "values")
                || (cursor.isAt("table") && beginning.isInCapitals());
    }

    /** A text that ends after the table is a label as well, unless it is in capitals and has a hole for the table. */
    private boolean isSql(Name name) {
        return name.isPutIn() && beginning.isInCapitals();
    }
}
