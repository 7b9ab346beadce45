package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's errors mean for a view. */
final class PostgresErrors {
    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String CANCELLED = "57014";
    static final String UNKNOWN_TABLE = "42P01";
    static final String GIVEN_UP = "40001";
    private static final String FORBIDDEN = "42501";
    private static final String DUPLICATE_COLUMN = "42701";
    private static final String PSEUDO_TYPE = "42P16";
    private static final String STILL_NEEDED = "2BP01";

    /** It was there, and is not any more, or is no view any more. */
    private static final Set<String> GONE = Set.of(UNKNOWN_TABLE, "42809");

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("42P01", "unknown-table"),
            Map.entry("42703", "unknown-column"),
            Map.entry("42883", "unknown-function"),
            Map.entry("42704", "unknown-type"),
            Map.entry("3F000", "unknown-schema"),
            Map.entry("42601", "syntax-error"),
            Map.entry(DUPLICATE_COLUMN, "duplicate-column"),
            Map.entry("42702", "ambiguous"),
            Map.entry("42725", "ambiguous"),
            Map.entry("42P09", "ambiguous"),
            Map.entry("42804", "type-mismatch"),
            Map.entry("42846", "type-mismatch"),
            Map.entry("42P18", "type-mismatch"),
            Map.entry("22P02", "type-mismatch"),
            Map.entry("42803", "grouping-error"),
            Map.entry("42P20", "grouping-error"),
            Map.entry(CANCELLED, "too-slow"));

    private static final Set<String> NAMING_A_COLUMN = Set.of(DUPLICATE_COLUMN, PSEUDO_TYPE);
    private static final Pattern COLUMN = Pattern.compile("\"(.+?)\"");

    /** Classes of errors that only the statement itself can be to blame for. */
    private static final Set<String> OF_THE_STATEMENT = Set.of("0A", "21", "22", "2B", "42", "54");

    private PostgresErrors() {}

    /**
     * The reason for which the SELECT was refused.
     *
     * @param prefix what stood before the SELECT in the statement
     * @return null when the SELECT is not to blame
     */
    static @Nullable Reason ofCreation(SQLException failure, String prefix, String select) {
        var state = String.valueOf(failure.getSQLState());
        if (state.equals(FORBIDDEN)) {
            return new Reason.OutsideSchemas("what the service has no right to");
        }
        if (!CODES.containsKey(state) && !isOfTheStatement(failure)) {
            return null;
        }
        var position = position(failure, prefix);
        var code = CODES.getOrDefault(state, "refused");
        return position == null
                ? ofColumn(code, state, failure, select)
                : new Reason.InvalidSql(code, position, wordAt(select, position));
    }

    /** What is wrong with a column of the view, which the server names and whose place it does not say. */
    private static Reason ofColumn(String code, String state, SQLException failure, String select) {
        var named = COLUMN.matcher(message(failure));
        if (!NAMING_A_COLUMN.contains(state) || !named.find()) {
            return new Reason.InvalidSql(code, null, null);
        }
        var column = named.group(1);
        var place = state.equals(DUPLICATE_COLUMN)
                ? WordPlaces.ofSecond(select, column)
                : WordPlaces.ofOnly(select, column);
        return new Reason.InvalidSql(code, place, column);
    }

    private static String message(SQLException failure) {
        var message = failure instanceof PSQLException postgresql ? postgresql.getServerErrorMessage() : null;
        return message == null ? "" : String.valueOf(message.getMessage());
    }

    /** What it means that these views could not be dropped. */
    static RuntimeException ofDrop(SQLException failure, String view) {
        var state = String.valueOf(failure.getSQLState());
        if (state.equals(STILL_NEEDED)) {
            return new ViewRefused(new Reason.FixedDependant("something that reads " + view), failure);
        }
        if (state.equals(FORBIDDEN)) {
            return new ViewRefused(new Reason.FixedDependant("a view that is not ours to drop"), failure);
        }
        return new UncheckedSqlException(GONE.contains(state) ? goneMeanwhile(failure) : failure);
    }

    /** Whether it was a DROP VIEW that failed, and not the creation behind it, which points at a place in its text. */
    static boolean isOfDrop(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.equals(STILL_NEEDED) || (GONE.contains(state) && position(failure, "") == null);
    }

    /** The transaction is given up, as after any conflict, and may be tried again. */
    static SQLException goneMeanwhile(@Nullable SQLException failure) {
        return new SQLException("A view was dropped meanwhile", GIVEN_UP, failure);
    }

    /** The refusal, when the statement itself is to blame; else the failure as it is. */
    static RuntimeException refusedOr(SQLException failure, Reason reason) {
        return isOfTheStatement(failure) ? new ViewRefused(reason, failure) : new UncheckedSqlException(failure);
    }

    static boolean isOfTheStatement(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.length() == 5 && OF_THE_STATEMENT.contains(state.substring(0, 2));
    }

    private static @Nullable Integer position(SQLException failure, String prefix) {
        ServerErrorMessage message =
                failure instanceof PSQLException postgresql ? postgresql.getServerErrorMessage() : null;
        int position = message == null ? 0 : message.getPosition() - prefix.codePointCount(0, prefix.length());
        return position > 0 ? position : null;
    }

    /** The word that starts there, or the single sign. */
    private static @Nullable String wordAt(String select, int position) {
        if (position > select.codePointCount(0, select.length())) {
            return null;
        }
        int start = select.offsetByCodePoints(0, position - 1);
        int end = start;
        while (end < select.length() && isPartOfName(select.charAt(end))) {
            end++;
        }
        return end > start ? select.substring(start, end) : Character.toString(select.codePointAt(start));
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '"' || c == '$';
    }
}
