package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's errors mean for a view. */
final class PostgresErrors {
    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String CANCELLED = "57014";
    static final String UNKNOWN_TABLE = "42P01";
    private static final String FORBIDDEN = "42501";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("42P01", "unknown-table"),
            Map.entry("42703", "unknown-column"),
            Map.entry("42883", "unknown-function"),
            Map.entry("42704", "unknown-type"),
            Map.entry("3F000", "unknown-schema"),
            Map.entry("42601", "syntax-error"),
            Map.entry("42701", "duplicate-column"),
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
        var subject = position == null ? null : wordAt(select, position);
        return new Reason.InvalidSql(CODES.getOrDefault(state, "refused"), position, subject);
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
