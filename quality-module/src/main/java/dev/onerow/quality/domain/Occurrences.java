package dev.onerow.quality.domain;

/** Counts substrings. */
final class Occurrences {
    private Occurrences() {}

    /** How often the word occurs without overlapping itself. */
    static int of(String word, String text) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    /** How many of the pieces between line feeds contain the character. */
    static int linesWith(char wanted, String text) {
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; ) {
            count++;
            int lineEnd = text.indexOf('\n', at);
            at = lineEnd < 0 ? -1 : text.indexOf(wanted, lineEnd);
        }
        return count;
    }
}
