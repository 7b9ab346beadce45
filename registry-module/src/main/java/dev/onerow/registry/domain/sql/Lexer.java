package dev.onerow.registry.domain.sql;

import dev.onerow.registry.domain.sql.Scan.Flaw;
import dev.onerow.registry.domain.sql.Token.Kind;
import dev.onerow.registry.domain.sql.UnsafeSql.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the lexers of the two databases have in common; where they part stands in the two subclasses. One use each. */
abstract class Lexer {
    final String text;
    final List<Token> tokens = new ArrayList<>();
    final List<Span> comments = new ArrayList<>();
    int at;

    private @Nullable Flaw flaw;

    Lexer(String text) {
        this.text = text;
    }

    final Scan scan() {
        while (at < text.length()) {
            if (isSpaceHere()) {
                at++;
            } else if (text.startsWith("--", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else {
                token();
            }
        }
        finish();
        if (tokens.isEmpty()) {
            flaw(Reason.EMPTY, 0);
        }
        return new Scan(tokens, comments, Optional.ofNullable(flaw));
    }

    abstract boolean isSpaceHere();

    abstract boolean endsLine(char c);

    /** At the first character of a block comment: consumes it. */
    abstract void blockComment();

    /** Consumes a token that only this database has; false when there is none here. */
    abstract boolean ownToken();

    /** Called once behind the last token. */
    abstract void finish();

    private void token() {
        char c = text.charAt(at);
        if (ownToken()) {
            return;
        }
        if (isWordStart(c)) {
            add(Kind.WORD, wordEnd(at));
        } else if (c == '\'') {
            doubled('\'', at, Kind.STRING);
        } else if (c == '"') {
            doubled('"', at, Kind.QUOTED);
        } else if (Ascii.isDigit(c) || (c == '.' && isDigitAt(at + 1))) {
            add(Kind.NUMBER, numberEnd());
        } else {
            add(Kind.SYMBOL, at + 1);
        }
    }

    private void lineComment() {
        comments.add(new Span(at, lineEnd(at)));
        at = lineEnd(at);
    }

    final int lineEnd(int from) {
        int end = from;
        while (end < text.length() && !endsLine(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A quoted token that starts at the current place, whose opening quote is at {@code open}; a doubled one is data. */
    final void doubled(char quote, int open, Kind kind) {
        var content = new StringBuilder();
        int i = open + 1;
        while (i < text.length()) {
            if (text.charAt(i) != quote) {
                content.append(text.charAt(i++));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                content.append(quote);
                i += 2;
            } else {
                add(kind, content.toString(), i + 1);
                return;
            }
        }
        unterminated(kind == Kind.STRING ? Reason.UNTERMINATED_STRING : Reason.UNTERMINATED_IDENTIFIER);
    }

    private int numberEnd() {
        int i = digitsEnd(at);
        if (charAt(i) == '.') {
            i = digitsEnd(i + 1);
        }
        int exponent = i;
        if (charAt(exponent) == 'e' || charAt(exponent) == 'E') {
            exponent++;
            if (charAt(exponent) == '+' || charAt(exponent) == '-') {
                exponent++;
            }
            if (isDigitAt(exponent)) {
                return digitsEnd(exponent);
            }
        }
        return i;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (isDigitAt(end)) {
            end++;
        }
        return end;
    }

    final int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Everything beyond ASCII is a letter to both databases, spaces of other scripts included. */
    static boolean isWordStart(char c) {
        return Ascii.isLetter(c) || c == '_' || c >= 0x80;
    }

    static boolean isWordPart(char c) {
        return isWordStart(c) || Ascii.isDigit(c) || c == '$';
    }

    final char charAt(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    final boolean isDigitAt(int i) {
        return Ascii.isDigit(charAt(i));
    }

    final Optional<Token> last() {
        return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.get(tokens.size() - 1));
    }

    final void add(Kind kind, int end) {
        add(kind, text.substring(at, end), end);
    }

    final void add(Kind kind, String value, int end) {
        tokens.add(new Token(kind, value, at, end));
        at = end;
    }

    final void flaw(Reason reason, int where) {
        if (flaw == null) {
            flaw = new Flaw(reason, where);
        }
    }

    final void unterminated(Reason reason) {
        flaw(reason, at);
        at = text.length();
    }
}
