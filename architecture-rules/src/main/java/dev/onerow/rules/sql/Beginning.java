package dev.onerow.rules.sql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The place in a text where a statement may begin, and what is said of one that does. */
record Beginning(String text, List<Token> tokens, int index) {
    private static final int EXCERPT = 110;

    Cursor cursor() {
        return new Cursor(tokens, index, text.length());
    }

    boolean isAfterAHole() {
        return index > 0 && tokens.get(index - 1).isHole();
    }

    /** Whether the verb is written in capitals, as nobody writes it in prose. */
    boolean isInCapitals() {
        Token verb = tokens.get(index);
        String written = text.substring(verb.start(), verb.end());
        return written.equals(written.toUpperCase(Locale.ROOT));
    }

    /** Whether a text with nothing more to come ends with a blank: a piece to be continued. */
    boolean isCutOff() {
        return text.endsWith(" ");
    }

    Statement statement(Verb verb, Name table, boolean certain) {
        return statement(verb, table, null, certain, tokens.get(index).start());
    }

    Statement statement(Verb verb, Name table, @Nullable String owner, boolean certain, int at) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Statement(verb, table.table(), owner, certain, handlesConflict(), line, excerpt(at));
    }

    /** Whether ON CONFLICT stands in this statement itself, not in one inside or after it. */
    private boolean handlesConflict() {
        int depth = 0;
        for (int i = index; i < tokens.size() && depth >= 0; i++) {
            Token token = tokens.get(i);
            if (depth == 0 && token.isSign(';')) {
                return false;
            }
            if (depth == 0 && new Cursor(tokens, i, text.length()).skip("on", "conflict")) {
                return true;
            }
            depth += token.isSign('(') ? 1 : token.isSign(')') ? -1 : 0;
        }
        return false;
    }

    private String excerpt(int at) {
        int semicolon = text.indexOf(';', at);
        String from = text.substring(at, semicolon < 0 ? text.length() : semicolon)
                .replace(Texts.JOINT, ' ')
                .replace(String.valueOf(Texts.HOLE), "...")
                .replaceAll("\\s+", " ");
        return from.length() <= EXCERPT
                ? from.strip()
                : from.substring(0, EXCERPT).strip() + " ...";
    }
}
