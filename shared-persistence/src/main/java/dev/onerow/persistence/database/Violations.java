package dev.onerow.persistence.database;

import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.ConstraintViolation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Reads from an error which constraint refused a row, and leaves the values that stand beside it where they are. */
final class Violations {
    private static final Map<String, Kind> POSTGRESQL = Map.of(
            "23505", Kind.UNIQUE,
            "23503", Kind.FOREIGN_KEY,
            "23502", Kind.NOT_NULL,
            "23514", Kind.CHECK,
            "23P01", Kind.OTHER, // exclusion
            "23001", Kind.FOREIGN_KEY, // delete is restricted
            "22001", Kind.OTHER, // a text is longer,
            "22003", Kind.OTHER); // or a number greater than its type

    private static final Map<SQLiteErrorCode, Kind> SQLITE = Map.of(
            SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE, Kind.UNIQUE,
            SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY, Kind.UNIQUE,
            SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID, Kind.UNIQUE,
            SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY, Kind.FOREIGN_KEY,
            SQLiteErrorCode.SQLITE_CONSTRAINT_NOTNULL, Kind.NOT_NULL,
            SQLiteErrorCode.SQLITE_CONSTRAINT_CHECK, Kind.CHECK);

    private static final int SQLITE_CONSTRAINT = 19;

    /** Detail of PostgreSQL: {@code Key (host, status_code)=(example.org, 404) already exists.} Names come first. */
    private static final Pattern KEY_NAMES = Pattern.compile("^[^(]*\\(([\\w\", ]+)\\)=\\(");

    /** Message of SQLite: {@code … (UNIQUE constraint failed: t.a, t.b)}, or what it knows of a check after the colon. */
    private static final Pattern FAILED = Pattern.compile("constraint failed: (.*)\\)$", Pattern.DOTALL);

    /** SQLite names a check that has no name by its expression. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private Violations() {}

    static Optional<ConstraintViolation> ofPostgresql(PSQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        ServerErrorMessage message = failure.getServerErrorMessage();
        Kind kind = state.startsWith("23") ? POSTGRESQL.getOrDefault(state, Kind.OTHER) : POSTGRESQL.get(state);
        if (kind == null || message == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ConstraintViolation(kind, message.getTable(), message.getConstraint(), columns(message)));
    }

    private static List<String> columns(ServerErrorMessage message) {
        String column = message.getColumn();
        if (column != null) {
            return List.of(column);
        }
        Matcher key = KEY_NAMES.matcher(String.valueOf(message.getDetail()));
        return key.find() ? names(key.group(1).replace("\"", "")) : List.of();
    }

    static Optional<ConstraintViolation> ofSqlite(SQLiteException failure) {
        SQLiteErrorCode code = failure.getResultCode();
        if ((code.code & 0xff) != SQLITE_CONSTRAINT) {
            return Optional.empty();
        }
        Kind kind = SQLITE.getOrDefault(code, Kind.OTHER);
        Matcher failed = FAILED.matcher(String.valueOf(failure.getMessage()));
        String subject = failed.find() ? failed.group(1).strip() : "";
        return Optional.of(
                switch (kind) {
                    case UNIQUE, NOT_NULL -> ofColumns(kind, subject);
                    case CHECK -> new ConstraintViolation(kind, null, name(subject), List.of());
                    case FOREIGN_KEY, OTHER -> new ConstraintViolation(kind, null, null, List.of());
                });
    }

    /** {@code table.column, table.column}; or {@code index 'name'} for an index over expressions. */
    private static ConstraintViolation ofColumns(Kind kind, String subject) {
        if (subject.startsWith("index '")) {
            return new ConstraintViolation(
                    kind, null, subject.substring("index '".length()).replace("'", ""), List.of());
        }
        List<String> columns = new ArrayList<>();
        String table = null;
        for (String name : names(subject)) {
            int dot = name.indexOf('.');
            table = dot < 0 ? table : name.substring(0, dot);
            columns.add(name.substring(dot + 1));
        }
        return new ConstraintViolation(kind, table, null, columns);
    }

    private static List<String> names(String list) {
        return List.of(list.split("\\s*,\\s*", -1));
    }

    private static @Nullable String name(String subject) {
        return NAME.matcher(subject).matches() ? subject : null;
    }
}
