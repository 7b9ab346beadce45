package dev.onerow.registry.domain.sql;

import dev.onerow.registry.domain.sql.Token.Kind;
import dev.onerow.registry.domain.sql.UnsafeSql.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a text may become a view: one query that names nothing of the database's own and calls nothing that
 * writes, sleeps, reads files or runs another text.
 *
 * <p>The text is read as PostgreSQL and as SQLite would read it. A reading that its database is certain to refuse
 * proves nothing and is left out, unless it is the only one; every other reading must keep every rule. So the answer
 * does not depend on the database in use, and {@link #checkFor} then lets nothing pass to a database but what that
 * database itself reads as safe.
 */
public final class SqlSafety {
    /** The longest text allowed, in Unicode code points. */
    public static final int MAX_CHARACTERS = 100_000;

    private SqlSafety() {}

    /** Whether the text may be saved as a rule: empty if so. */
    public static Optional<UnsafeSql> check(SqlText text) {
        return text.judgement().anywhere();
    }

    /** Whether the text may be handed to this database: empty if so. Stricter than {@link #check}. */
    public static Optional<UnsafeSql> checkFor(SqlText text, Lexis lexis) {
        return text.judgement().on(lexis);
    }

    /** What there is to say of a text before anybody reads it. */
    static Optional<UnsafeSql> unfit(String sql) {
        if (sql.codePointCount(0, sql.length()) > MAX_CHARACTERS) {
            return Optional.of(new UnsafeSql(Reason.TOO_LONG, MAX_CHARACTERS + 1, ""));
        }
        for (int i = 0; i < sql.length(); i += Character.charCount(sql.codePointAt(i))) {
            int c = sql.codePointAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return Optional.of(UnsafeSql.at(sql, Reason.INVALID_CHARACTER, i));
            }
        }
        return Optional.empty();
    }

    /** What there is to say of one reading of a text. */
    static Optional<UnsafeSql> check(String sql, Scan reading) {
        var tokens = reading.tokens();
        int firstWord = firstWord(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            var reason =
                    i == firstWord && !opensQuery(tokens.get(i)) ? Optional.of(Reason.NOT_A_QUERY) : reason(tokens, i);
            if (reason.isPresent() && isBeforeFlaw(reading, tokens.get(i))) {
                return Optional.of(UnsafeSql.at(sql, reason.get(), tokens.get(i)));
            }
        }
        return reading.flaw().map(flaw -> UnsafeSql.at(sql, flaw.reason(), flaw.at()));
    }

    private static boolean isBeforeFlaw(Scan reading, Token token) {
        return reading.flaw().filter(flaw -> flaw.at() <= token.start()).isEmpty();
    }

    /** What is wrong with the token at this place, if anything. */
    private static Optional<Reason> reason(List<Token> tokens, int i) {
        var token = tokens.get(i);
        if (token.isSymbol(";") && i + 1 < tokens.size() && !tokens.get(i + 1).isSymbol(";")) {
            return Optional.of(Reason.SEVERAL_STATEMENTS);
        }
        if (token.kind() == Kind.PARAMETER) {
            return Optional.of(Reason.PARAMETER);
        }
        if (!token.isIdentifier()) {
            return Optional.empty();
        }
        if (isForbiddenKeyword(tokens, i)) {
            return Optional.of(Reason.FORBIDDEN_KEYWORD);
        }
        if (ForbiddenWords.isName(token.value())) {
            return Optional.of(Reason.FORBIDDEN_NAME);
        }
        boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
        return called && ForbiddenWords.isFunction(token.value())
                ? Optional.of(Reason.FORBIDDEN_FUNCTION)
                : Optional.empty();
    }

    /** The place of the first token that is no opening bracket. */
    private static int firstWord(List<Token> tokens) {
        int i = 0;
        while (i < tokens.size() - 1 && tokens.get(i).isSymbol("(")) {
            i++;
        }
        return i;
    }

    private static boolean opensQuery(Token token) {
        return token.isWord("select") || token.isWord("with");
    }

    /** Behind a dot stands a name, whatever it is: {@code t.set} is a column. */
    private static boolean isForbiddenKeyword(List<Token> tokens, int i) {
        var token = tokens.get(i);
        if (token.kind() != Kind.WORD || (i > 0 && tokens.get(i - 1).isSymbol("."))) {
            return false;
        }
        return ForbiddenWords.isKeyword(token.value()) || (token.isWord("share") && isLockingClause(tokens, i));
    }

    /** FOR SHARE or FOR KEY SHARE. */
    private static boolean isLockingClause(List<Token> tokens, int share) {
        int before = share - 1;
        if (before > 0 && tokens.get(before).isWord("key")) {
            before--;
        }
        return before > 0 && tokens.get(before).isWord("for");
    }
}
