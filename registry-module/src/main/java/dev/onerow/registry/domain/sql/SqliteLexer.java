package dev.onerow.registry.domain.sql;

import dev.onerow.registry.domain.sql.Token.Kind;
import dev.onerow.registry.domain.sql.UnsafeSql.Reason;

/** The lexer of SQLite 3. */
final class SqliteLexer extends Lexer {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String STARTS_A_PARAMETER = "?$@#:";
    private static final String NEVER_LEGAL = "\\{}^";

    SqliteLexer(String text) {
        super(text);
    }

    @Override
    boolean isSpaceHere() {
        return Ascii.isSpace(text.charAt(at)) || text.charAt(at) == BYTE_ORDER_MARK;
    }

    /** A carriage return does not end a line comment here. */
    @Override
    boolean endsLine(char c) {
        return c == '\n';
    }

    /** Comments do not nest: the first end is the end. */
    @Override
    void blockComment() {
        int close = text.indexOf("*/", at + 2);
        if (close < 0) {
            unterminated(Reason.UNTERMINATED_COMMENT);
        } else {
            comments.add(new Span(at, close + 2));
            at = close + 2;
        }
    }

    @Override
    boolean ownToken() {
        char c = text.charAt(at);
        if (c == '`') {
            doubled('`', at, Kind.QUOTED);
        } else if (c == '[') {
            bracketed();
        } else if (STARTS_A_PARAMETER.indexOf(c) >= 0) {
            flaw(Reason.PARAMETER, at); // no view may have one, so that nothing behind it can ever run
            add(Kind.PARAMETER, wordEnd(at + 1));
        } else {
            refuseWhatNeverParses(c);
            return false;
        }
        return true;
    }

    private void bracketed() {
        int close = text.indexOf(']', at + 1);
        if (close < 0) {
            unterminated(Reason.UNTERMINATED_IDENTIFIER);
        } else {
            add(Kind.QUOTED, text.substring(at + 1, close), close + 1);
        }
    }

    private void refuseWhatNeverParses(char c) {
        boolean control = (c < ' ' && !Ascii.isSpace(c)) || c == 0x7f;
        boolean loneBang = c == '!' && charAt(at + 1) != '=';
        // Nothing can be divided by a star's right side: what is left over where PostgreSQL saw a nested comment.
        boolean starSlash =
                c == '/' && last().filter(token -> token.isSymbol("*")).isPresent();
        if (control || loneBang || starSlash || NEVER_LEGAL.indexOf(c) >= 0) {
            flaw(Reason.NOT_READABLE, at);
        }
    }

    /** A string where a table is expected is the name of one. */
    @Override
    void finish() {
        TableStrings.in(tokens).stream().forEach(i -> {
            var token = tokens.get(i);
            tokens.set(i, new Token(Kind.QUOTED, token.value(), token.start(), token.end()));
        });
    }
}
