package dev.onerow.persistence.views;

import dev.onerow.persistence.views.ViewRefused.Reason;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean for a view. It has one code for all of them and says the rest in words. */
final class SqliteErrors {
    private record Meaning(Pattern words, String code) {}

    private static final List<Meaning> MEANINGS = List.of(
            meaning("no such table: (?:main\\.)?(.+)", "unknown-table"),
            meaning("no such column: (.+)", "unknown-column"),
            meaning("no such function: (.+)", "unknown-function"),
            meaning("wrong number of arguments to function (.+)\\(\\)", "unknown-function"),
            meaning("no such collation sequence: (.+)", "unknown-type"),
            meaning("unknown database (.+)", "unknown-schema"),
            meaning("ambiguous column name: (.+)", "ambiguous"),
            meaning("near \"(.+)\": syntax error", "syntax-error"),
            meaning("unrecognized token: \"(.+)\"", "syntax-error"),
            meaning("(?:incomplete input)()", "syntax-error"),
            meaning("view (.+) is circularly defined", "circular"),
            meaning("misuse of (?:aggregate|window function)[: ]*(.*?)(?:\\(\\))?", "grouping-error"));

    private static final Pattern MISSING_COLUMN = Pattern.compile("no such column: (?:.*\\.)?([^.]+)");
    private static final Pattern DRIVER = Pattern.compile("^\\[SQLITE_[A-Z_]+\\]\\s+.*?\\((.*)\\)$", Pattern.DOTALL);

    private SqliteErrors() {}

    /** The reason for which the SELECT was refused; null when it is not to blame. */
    static @Nullable Reason ofCreation(SQLException failure, String select) {
        if (!isOfTheStatement(failure)) {
            return null;
        }
        var words = words(failure);
        for (var meaning : MEANINGS) {
            var matcher = meaning.words().matcher(words);
            if (matcher.matches()) {
                var subject = matcher.group(1);
                return subject.isEmpty()
                        ? new Reason.InvalidSql(meaning.code(), null, null)
                        : new Reason.InvalidSql(meaning.code(), WordPlaces.ofOnly(select, subject), subject);
            }
        }
        return new Reason.InvalidSql("refused", null, null);
    }

    /** The column that a view misses; null when it is something else. */
    static @Nullable String missingColumn(SQLException failure) {
        var matcher = MISSING_COLUMN.matcher(words(failure));
        return matcher.matches() ? matcher.group(1) : null;
    }

    static boolean isOfTheStatement(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && List.of(SQLiteErrorCode.SQLITE_ERROR, SQLiteErrorCode.SQLITE_TOOBIG, SQLiteErrorCode.SQLITE_MISMATCH)
                        .contains(sqlite.getResultCode());
    }

    /** SQLite's own words, without the driver's around them. */
    static String words(SQLException failure) {
        var matcher = DRIVER.matcher(String.valueOf(failure.getMessage()));
        return matcher.matches() ? matcher.group(1) : String.valueOf(failure.getMessage());
    }

    private static Meaning meaning(String words, String code) {
        return new Meaning(Pattern.compile(words, Pattern.DOTALL), code);
    }
}
