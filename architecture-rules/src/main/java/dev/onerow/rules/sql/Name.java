package dev.onerow.rules.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table as far as a text has it.
 *
 * @param table in lower case; null when it is put in at run time
 * @param isProbable false for the braces of a log message
 */
record Name(@Nullable String table, boolean isProbable) {
    static final Name PUT_IN_AT_RUN_TIME = new Name(null, true);

    /** Whether SQL would have a table here, and the text has none. */
    boolean isPutIn() {
        return table == null && isProbable;
    }

    static Name of(Token token) {
        return switch (token.kind()) {
            case WORD, QUOTED_NAME -> new Name(token.text().toLowerCase(Locale.ROOT), true);
            case BRACES -> new Name(null, false);
            case HOLE, STRING, DOLLAR_STRING, SIGN, JOINT, END -> PUT_IN_AT_RUN_TIME;
        };
    }
}
