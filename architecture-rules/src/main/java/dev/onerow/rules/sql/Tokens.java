package dev.onerow.rules.sql;

import dev.onerow.rules.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into words and signs as SQL does, without comments. A quote that is not closed is an ordinary sign, so
 * that an apostrophe in prose does not swallow what follows it.
 */
final class Tokens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern HOLE = Pattern.compile(
            Texts.HOLE + "|[$#]\\{[^}]*}|\\$\\d+|\\{\\d+}|\\?|%(?:\\d+\\$)?s|(?<!:):[\\p{L}_][\\p{L}\\p{N}_]*");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens reading = new Tokens(text);
        while (reading.at < text.length()) {
            reading.readOne();
        }
        return reading.tokens;
    }

    private void readOne() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == Texts.JOINT) {
            add(Kind.JOINT, "", at + 1);
        } else if (text.startsWith("--", at)) {
            at = lineEnd();
        } else if (text.startsWith("/*", at)) {
            at = commentEnd();
        } else if (!readQuoted(c) && !readPattern(HOLE, Kind.HOLE) && !readPattern(WORD, Kind.WORD)) {
            readSign(c);
        }
    }

    private void readSign(char c) {
        if (text.startsWith("{}", at)) {
            add(Kind.BRACES, "{}", at + 2);
        } else {
            add(Kind.SIGN, String.valueOf(c), at + 1);
        }
    }

    private boolean readQuoted(char c) {
        return switch (c) {
            case '\'' -> readUpTo("'", Kind.STRING, 1);
            case '"', '`' -> readUpTo(String.valueOf(c), Kind.QUOTED_NAME, 1);
            case '$' -> {
                String tag = dollarTag();
                yield tag != null && readUpTo(tag, Kind.DOLLAR_STRING, tag.length());
            }
            default -> false;
        };
    }

    private @Nullable String dollarTag() {
        Matcher tag = DOLLAR_TAG.matcher(text).region(at, text.length());
        return tag.lookingAt() ? tag.group() : null;
    }

    private boolean readUpTo(String close, Kind kind, int length) {
        int end = text.indexOf(close, at + length);
        while (kind != Kind.DOLLAR_STRING && end >= 0 && text.startsWith(close, end + 1)) {
            end = text.indexOf(close, end + 2);
        }
        int joint = text.indexOf(Texts.JOINT, at);
        if (end < 0 || (joint >= 0 && joint < end)) {
            return false;
        }
        add(kind, text.substring(at + length, end), end + length);
        return true;
    }

    private boolean readPattern(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group().toLowerCase(Locale.ROOT), matcher.end());
        return true;
    }

    private int lineEnd() {
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == Texts.JOINT) {
                return i;
            }
        }
        return text.length();
    }

    private int commentEnd() {
        int depth = 0;
        int i = at;
        while (i < text.length() - 1) {
            if (text.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (text.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return text.length();
    }

    private void add(Kind kind, String value, int end) {
        tokens.add(new Token(kind, value, at, end));
        at = end;
    }
}
