package dev.onerow.registry.domain.sql;

import java.util.BitSet;
import java.util.List;

/**
 * Comments and white space that mean nothing. Where the two databases disagree about what is a comment or a quoted
 * text, everything is kept: better one execution too many than a change overlooked.
 */
final class Layout {
    private Layout() {}

    /** The text without them, where these are its {@link Lexis#readings}. */
    static String removedFrom(String sql, List<Scan> readings) {
        var comment = commentInAll(readings, sql.length());
        var verbatim = quotedOrDisputed(readings, comment);
        var text = new StringBuilder(sql.length());
        boolean pendingSpace = false;
        for (int i = 0; i < sql.length(); i++) {
            if (!verbatim.get(i) && (comment.get(i) || Ascii.isSpace(sql.charAt(i)))) {
                pendingSpace = true;
            } else {
                if (pendingSpace && !text.isEmpty()) {
                    text.append(' ');
                }
                pendingSpace = false;
                text.append(sql.charAt(i));
            }
        }
        return text.toString();
    }

    private static BitSet commentInAll(List<Scan> readings, int length) {
        var all = new BitSet();
        all.set(0, length);
        readings.forEach(reading -> all.and(comments(reading)));
        return all;
    }

    private static BitSet quotedOrDisputed(List<Scan> readings, BitSet comment) {
        var kept = new BitSet();
        for (var reading : readings) {
            reading.tokens().stream().filter(Token::keepsItsSpaces).forEach(t -> kept.set(t.start(), t.end()));
            for (var span : reading.comments()) {
                int disputed = comment.nextClearBit(span.start());
                if (disputed < span.end()) {
                    kept.set(span.start(), span.end() + 1); // with the line end that ends it
                }
            }
        }
        return kept;
    }

    private static BitSet comments(Scan reading) {
        var comments = new BitSet();
        reading.comments().forEach(span -> comments.set(span.start(), span.end()));
        return comments;
    }
}
