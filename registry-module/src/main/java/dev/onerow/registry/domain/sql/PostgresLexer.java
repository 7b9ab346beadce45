package dev.onerow.registry.domain.sql;

import dev.onerow.registry.domain.sql.Token.Kind;
import dev.onerow.registry.domain.sql.UnsafeSql.Reason;
import java.util.Set;

/** The lexer of PostgreSQL 15 to 18 with {@code standard_conforming_strings} on. */
final class PostgresLexer extends Lexer {
    private static final String NEVER_LEGAL = "\\{}";

    /** Behind one of these no expression has ended, so that a bracket cannot be a subscript. */
    private static final Set<String> NO_SUBSCRIPT_AFTER = Set.of(
            "select",
            "from",
            "where",
            "and",
            "or",
            "not",
            "on",
            "as",
            "join",
            "having",
            "union",
            "all",
            "distinct",
            "in",
            "case",
            "when",
            "then",
            "else",
            "like",
            "using",
            "with",
            "limit",
            "offset");

    private int bracketDepth;

    PostgresLexer(String text) {
        super(text);
    }

    @Override
    boolean isSpaceHere() {
        return Ascii.isSpace(text.charAt(at));
    }

    @Override
    boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    void blockComment() {
        int depth = 1;
        int i = at + 2;
        while (depth > 0) {
            if (i >= text.length()) {
                unterminated(Reason.UNTERMINATED_COMMENT);
                return;
            }
            boolean opens = text.startsWith("/*", i);
            boolean closes = text.startsWith("*/", i);
            depth += opens ? 1 : closes ? -1 : 0;
            i += opens || closes ? 2 : 1;
        }
        comments.add(new Span(at, i));
        at = i;
    }

    @Override
    boolean ownToken() {
        char c = text.charAt(at);
        if ((c == 'e' || c == 'E') && charAt(at + 1) == '\'') {
            escapeString();
        } else if ((c == 'u' || c == 'U') && charAt(at + 1) == '&' && charAt(at + 2) == '\'') {
            doubled('\'', at + 2, Kind.STRING);
        } else if ((c == 'u' || c == 'U') && charAt(at + 1) == '&' && charAt(at + 2) == '"') {
            doubled('"', at + 2, Kind.UNICODE_QUOTED);
        } else if (c == '$') {
            dollar();
        } else if (c == ':') {
            colon();
        } else if (c == '[' || c == ']') {
            bracket(c);
        } else {
            refuseWhatNeverParses(c);
            return false;
        }
        return true;
    }

    /** {@code E'…'}: a backslash takes the next character with it, also in the parts that follow on further lines. */
    private void escapeString() {
        int i = at + 2;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c != '\'') {
                i++;
            } else if (charAt(i + 1) == '\'') {
                i += 2;
            } else {
                int next = continuation(i + 1);
                if (next < 0) {
                    add(Kind.STRING, i + 1);
                    return;
                }
                i = next;
            }
        }
        unterminated(Reason.UNTERMINATED_STRING);
    }

    /** The place behind the quote that goes on with the string on a later line, or -1: only line comments may be between. */
    private int continuation(int from) {
        boolean lineEnded = false;
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Ascii.isSpace(c)) {
                lineEnded |= endsLine(c);
                i++;
            } else if (text.startsWith("--", i)) {
                i = lineEnd(i);
            } else {
                return lineEnded && c == '\'' ? i + 1 : -1;
            }
        }
        return -1;
    }

    private void dollar() {
        int tagEnd = at + 1;
        if (isWordStart(charAt(tagEnd))) {
            while (isWordPart(charAt(tagEnd)) && charAt(tagEnd) != '$') {
                tagEnd++;
            }
        }
        if (charAt(tagEnd) != '$') {
            add(Kind.PARAMETER, Math.max(tagEnd, wordEnd(at + 1)));
            return;
        }
        var delimiter = text.substring(at, tagEnd + 1);
        int close = text.indexOf(delimiter, tagEnd + 1);
        if (close < 0) {
            unterminated(Reason.UNTERMINATED_STRING);
        } else {
            add(Kind.STRING, close + delimiter.length());
        }
    }

    private void colon() {
        char next = charAt(at + 1);
        if (next == ':' || next == '=') {
            add(Kind.SYMBOL, at + 2);
        } else if ((isWordStart(next) || Ascii.isDigit(next)) && bracketDepth == 0) {
            add(Kind.PARAMETER, wordEnd(at + 1));
        } else {
            add(Kind.SYMBOL, at + 1); // inside brackets a slice: a[lower:upper]
        }
    }

    private void bracket(char c) {
        if (c == '[' && bracketDepth == 0 && !canTakeSubscript()) {
            flaw(Reason.NOT_READABLE, at);
        }
        bracketDepth = Math.max(0, bracketDepth + (c == '[' ? 1 : -1));
        add(Kind.SYMBOL, at + 1);
    }

    private boolean canTakeSubscript() {
        return last().filter(token -> switch (token.kind()) {
                    case WORD -> !NO_SUBSCRIPT_AFTER.contains(Ascii.lowerCase(token.value())) && !isOrderBy(token);
                    case SYMBOL -> token.isSymbol(")") || token.isSymbol("]");
                    case QUOTED, UNICODE_QUOTED, STRING, NUMBER, PARAMETER -> true;
                })
                .isPresent();
    }

    private boolean isOrderBy(Token token) {
        if (!token.isWord("by") || tokens.size() < 2) {
            return false;
        }
        var before = tokens.get(tokens.size() - 2);
        return before.isWord("order") || before.isWord("group") || before.isWord("partition");
    }

    /** A backtick could only be an operator, and there is none. */
    private void refuseWhatNeverParses(char c) {
        boolean control = (c < ' ' && !Ascii.isSpace(c)) || c == 0x7f;
        if (control || c == '`' || NEVER_LEGAL.indexOf(c) >= 0) {
            flaw(Reason.NOT_READABLE, at);
        }
    }

    @Override
    void finish() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.UNICODE_QUOTED) {
                tokens.set(i, named(i));
            }
        }
    }

    private Token named(int index) {
        var token = tokens.get(index);
        var name = UnicodeEscapes.decode(token.value(), escapeCharacter(index));
        if (name.isEmpty()) {
            flaw(Reason.NOT_READABLE, token.start());
        }
        return new Token(Kind.QUOTED, name.orElse(token.value()), token.start(), token.end());
    }

    private char escapeCharacter(int index) {
        if (index + 2 < tokens.size() && tokens.get(index + 1).isWord("uescape")) {
            var chosen = tokens.get(index + 2);
            if (chosen.kind() == Kind.STRING && chosen.value().length() == 1) {
                return chosen.value().charAt(0);
            }
        }
        return '\\';
    }
}
