package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.TextSearch.Sought;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TextSearchTest {
    /** Letters of one to four bytes, with cases and without, and what patterns take for something else. */
    private static final int[] LETTERS = ("aAsSkKiIzZ09 .*?+[](){}^$|\\!%_-&#/'\"\n\u00e4\u00c4\u00df\u1e9e\u00ff\u0178"
                    + "\u03c3\u03c2\u03a3\u0131\u0130\u017f\u01c4\u01c5\u01c6\u4e2d\ud801\udc00\ud801\udc28\ud83d\ude00")
            .codePoints()
            .toArray();

    private static final int LENGTH = 12;

    private final TestDatabase database;

    TextSearchTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void findsTextsWhateverTheirCase() {
        assertThat(isFound("\u00dcber M\u00fcller", "\u00fcBER m\u00dcLL")).isTrue();
        assertThat(isFound("\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2"))
                .isTrue();
        assertThat(isFound("\ud801\udc00", "\ud801\udc28")).isTrue();
        assertThat(isFound("Stra\u00dfe", "STRA\u1e9eE")).isTrue();
        assertThat(isFound("Kiosk", "KIOSK")).isTrue();
        assertThat(isFound("100%", "100%")).isTrue();
    }

    @Test
    void findsNothingElse() {
        assertThat(isFound("Stra\u00dfe", "strasse")).isFalse();
        assertThat(isFound("M\u00fcller", "muller")).isFalse();
        assertThat(isFound("a.c", "abc")).isFalse();
        assertThat(isFound("abc", "a.c")).isFalse();
        assertThat(isFound("1000", "100%")).isFalse();
        assertThat(isFound("ab", "a_")).isFalse();
    }

    @Test
    void findsEveryPieceOfATextInOtherCases() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int[] text = random.ints(LENGTH, 0, LETTERS.length)
                    .map(place -> LETTERS[place])
                    .toArray();
            int from = random.nextInt(LENGTH);
            int to = from + 1 + random.nextInt(LENGTH - from);
            String piece = IntStream.range(from, to)
                    .map(place -> otherCase(text[place], random))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());

            assertThat(isFound(new String(text, 0, LENGTH), piece)).as(piece).isTrue();
        }
    }

    @Test
    void looksForNothingWithoutAText() {
        assertThat(database.bean(TextSearch.class).of(null)).isEqualTo(new Sought(null, null));
    }

    private boolean isFound(String text, String sought) {
        Sought form = database.bean(TextSearch.class).of(sought);
        return database.bean(FoundTexts.class).isFound(text, form.like(), form.regex()) == 1;
    }

    /** Letters of ASCII have no cases beyond it. */
    private static int otherCase(int letter, Random random) {
        int other = random.nextBoolean() ? Character.toUpperCase(letter) : Character.toLowerCase(letter);
        return letter > 127 && other <= 127 ? letter : other;
    }
}
