package dev.onerow.rules.sql;

import dev.onerow.rules.sql.Token.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises what changes or removes rows that are there: UPDATE, DELETE and TRUNCATE. */
final class Changes {
    private static final String[] AFTER_DELETE = {"where", "using", "returning", "order", "limit"};

    private final Beginning beginning;
    private final Cursor cursor;

    /** The cursor stands after the verb. */
    Changes(Beginning beginning, Cursor cursor) {
        this.beginning = beginning;
        this.cursor = cursor;
    }

    Optional<Statement> update() {
        if (cursor.skip("or")) {
            cursor.take();
        }
        cursor.skip("only");
        Optional<Name> name = cursor.name();
        cursor.skipSign('*');
        cursor.skipAlias("set");
        if (name.isEmpty() || !cursor.skip("set")) {
            return Optional.empty();
        }
        boolean isCutOff = cursor.isAtTextEnd() && beginning.isCutOff();
        return cursor.isAtJoint() || cursor.isAtSign('(') || isCutOff || isAssignment()
                ? name.map(table -> beginning.statement(Verb.UPDATE, table, true))
                : Optional.empty();
    }

    private boolean isAssignment() {
        boolean isHole = cursor.peek().kind() == Kind.HOLE;
        if (cursor.name().isEmpty()) {
            return false;
        }
        boolean isPutIn = isHole && (cursor.isAtEnd() || cursor.isAt("where"));
        return isPutIn || cursor.isAtSign('=') || cursor.isAtSign('[') || cursor.isAtJoint();
    }

    Optional<Statement> delete() {
        if (!cursor.skip("from")) {
            return Optional.empty();
        }
        if (cursor.isAtTextEnd()) {
            return beginning.isCutOff() || cursor.isAtJoint()
                    ? Optional.of(beginning.statement(Verb.DELETE, Name.PUT_IN_AT_RUN_TIME, true))
                    : Optional.empty();
        }
        cursor.skip("only");
        Optional<Name> name = cursor.name();
        cursor.skipSign('*');
        if (name.isPresent() && cursor.isAtEnd()) {
            boolean isSql = cursor.isAtSign(')') || (name.get().isPutIn() && beginning.isInCapitals());
            return Optional.of(beginning.statement(Verb.DELETE, name.get(), isSql));
        }
        cursor.skipAlias(AFTER_DELETE);
        boolean isUnconditional = beginning.isInCapitals() && (cursor.peek().kind() == Kind.HOLE || cursor.isAtEnd());
        return isUnconditional || Stream.of(AFTER_DELETE).anyMatch(cursor::isAt)
                ? name.map(table -> beginning.statement(Verb.DELETE, table, true))
                : Optional.empty();
    }

    Optional<Statement> truncate() {
        boolean isTable = cursor.skip("table");
        cursor.skip("only");
        Optional<Name> name = cursor.name();
        cursor.skipSign('*');
        boolean goesOn = Stream.of("restart", "continue", "cascade", "restrict").anyMatch(cursor::isAt);
        return goesOn || cursor.isAtEnd() || cursor.isAtSign(',')
                ? name.map(table ->
                        beginning.statement(Verb.TRUNCATE, table, isTable || goesOn || beginning.isInCapitals()))
                : Optional.empty();
    }
}
