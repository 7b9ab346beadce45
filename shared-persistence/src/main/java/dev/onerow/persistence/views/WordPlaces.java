package dev.onerow.persistence.views;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a word stands in a SELECT, for a database that says which word and not where. */
final class WordPlaces {
    private WordPlaces() {}

    /** The place of the word, from 1, in code points; null unless it stands there once. */
    static @Nullable Integer ofOnly(String select, String word) {
        List<Integer> places = of(select, word);
        return places.size() == 1 ? places.get(0) : null;
    }

    /** The place at which the word names a column again; null where it may stand there for anything else. */
    static @Nullable Integer ofSecond(String select, String word) {
        List<Integer> places = of(select, word);
        // Without a star each of two columns of one name is written by that name.
        return places.size() == 2 && !select.contains("*") ? places.get(1) : null;
    }

    private static List<Integer> of(String select, String word) {
        String part = "[\\p{L}\\p{N}_$]";
        String start = word.matches(part + "(?s:.*)") ? "(?<!" + part + ")" : "";
        String end = word.matches("(?s:.*)" + part) ? "(?!" + part + ")" : "";
        return Pattern.compile("\"?" + start + Pattern.quote(word) + end, Pattern.CASE_INSENSITIVE)
                .matcher(select)
                .results()
                .map(found -> select.codePointCount(0, found.start()) + 1)
                .toList();
    }
}
