package dev.onerow.rules.sql;

import dev.onerow.rules.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads on through tokens. Joints are passed over, but remembered. */
final class Cursor {
    private static final Set<String> NO_NAMES = Set.of(
            "as",
            "cascade",
            "default",
            "exists",
            "from",
            "if",
            "into",
            "on",
            "only",
            "restrict",
            "select",
            "set",
            "table",
            "using",
            "values",
            "where",
            "with");

    private final List<Token> tokens;
    private final Token end;
    private int at;
    private boolean jointBefore;

    Cursor(List<Token> tokens, int at, int length) {
        this.tokens = tokens;
        this.end = new Token(Kind.END, "", length, length);
        this.at = at;
    }

    /** The next token that is no joint. */
    Token peek() {
        while (at < tokens.size() && tokens.get(at).kind() == Kind.JOINT) {
            jointBefore = true;
            at++;
        }
        return at < tokens.size() ? tokens.get(at) : end;
    }

    Token take() {
        Token token = peek();
        if (at < tokens.size()) {
            at++;
        }
        jointBefore = false;
        return token;
    }

    /** Whether a joint stands between what was taken last and what comes next. */
    boolean isAtJoint() {
        peek();
        return jointBefore;
    }

    boolean isAt(String word) {
        return peek().isWord(word);
    }

    boolean isAtSign(char sign) {
        return peek().isSign(sign);
    }

    /** Whether the statement ends here, or the text does. */
    boolean isAtEnd() {
        return peek().kind() == Kind.END || isAtSign(';') || isAtSign(')');
    }

    boolean isAtTextEnd() {
        return peek().kind() == Kind.END;
    }

    /** Takes the words if they come next, all or none. */
    boolean skip(String... words) {
        int start = at;
        boolean joint = jointBefore;
        for (String word : words) {
            if (!isAt(word)) {
                at = start;
                jointBefore = joint;
                return false;
            }
            take();
        }
        return true;
    }

    boolean skipSign(char sign) {
        if (isAtSign(sign)) {
            take();
            return true;
        }
        return false;
    }

    /** Takes the name of a table or column, of which the last part counts. */
    Optional<Name> name() {
        if (!isName(peek())) {
            return jointBefore ? Optional.of(Name.PUT_IN_AT_RUN_TIME) : bracketed();
        }
        Token last = take();
        Name name = Name.of(last);
        while (at < tokens.size()) {
            Token next = tokens.get(at);
            if (next.isSign('.') && at + 1 < tokens.size()) {
                at++;
                last = tokens.get(at++);
                name = Name.of(last);
            } else if (next.start() == last.end() && isName(next)) {
                at++;
                last = next;
                name = Name.PUT_IN_AT_RUN_TIME;
            } else {
                break;
            }
        }
        return Optional.of(name);
    }

    /** Takes an alias, or SQLite's choice of an index, if it comes before one of these words. */
    void skipAlias(String... next) {
        if (skip("indexed", "by")) {
            take();
            return;
        }
        boolean isAs = skip("as");
        boolean isBare = peek().kind() == Kind.WORD && Stream.of(next).noneMatch(this::isAt);
        if (!skip("not", "indexed") && (isAs || isBare || peek().kind() == Kind.QUOTED_NAME)) {
            take();
        }
    }

    /** Takes a list of names in parentheses, or the parenthesis of a query. False: there is neither. */
    boolean skipColumns() {
        if (!skipSign('(')) {
            return false;
        }
        if (isAt("select") || isAt("with") || isAt("values")) {
            return true;
        }
        boolean isSeparated = true;
        while (!isAtTextEnd() && !isAtSign(')')) {
            isSeparated |= isAtJoint();
            Token token = take();
            boolean isSeparator = token.kind() == Kind.SIGN && ",.[]".contains(token.text());
            if (!isSeparator && !token.isHole() && !(isSeparated && isName(token))) {
                return false;
            }
            isSeparated = isSeparator || token.isHole();
        }
        skipSign(')');
        return true;
    }

    /** Takes parentheses and all that is in them, if they come next. */
    void skipParentheses() {
        int depth = 0;
        while (!isAtTextEnd() && (depth > 0 || isAtSign('('))) {
            Token token = take();
            depth += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
        }
    }

    private Optional<Name> bracketed() {
        if (isAtSign('[') && at + 2 < tokens.size() && tokens.get(at + 2).isSign(']')) {
            take();
            Name name = Name.of(take());
            take();
            return Optional.of(name);
        }
        return Optional.empty();
    }

    private static boolean isName(Token token) {
        return switch (token.kind()) {
            case WORD -> !NO_NAMES.contains(token.text());
            case QUOTED_NAME, HOLE, BRACES -> true;
            case STRING, DOLLAR_STRING, SIGN, JOINT, END -> false;
        };
    }
}
