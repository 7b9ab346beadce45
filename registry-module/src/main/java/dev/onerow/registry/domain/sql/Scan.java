package dev.onerow.registry.domain.sql;

import java.util.List;
import java.util.Optional;

/**
 * What one database sees in a text: its tokens, its comments, and the first thing, if any, for which that database
 * certainly refuses the whole text. Behind such a flaw the tokens are a guess.
 */
record Scan(List<Token> tokens, List<Span> comments, Optional<Flaw> flaw) {

    /** A reason for which the database refuses the text unseen; {@code at} counts UTF-16 units. */
    record Flaw(UnsafeSql.Reason reason, int at) {}

    Scan {
        tokens = List.copyOf(tokens);
        comments = List.copyOf(comments);
    }

    boolean isPossible() {
        return flaw.isEmpty();
    }
}
