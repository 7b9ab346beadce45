package dev.onerow.quality.domain;

import java.util.Locale;

/**
 * White space, word characters and lower case as version 1.0.0 of the scoring algorithm was first measured with.
 * Java's own notions differ from these sets in ways that move scores.
 */
final class Characters {
    private static final int CAPITAL_SIGMA = 0x3A3;
    private static final String SIGMA = "\u03C3";
    private static final String FINAL_SIGMA = "\u03C2";

    /** Punctuation inside of words, which does not end a word for the final sigma. */
    private static final String INSIDE_WORDS =
            "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private Characters() {}

    /** White space: [\t-\r\x1c-\x20\x85\p{Z}]. */
    static boolean isSpace(int codePoint) {
        return (codePoint >= '\t' && codePoint <= '\r')
                || (codePoint >= 0x1C && codePoint <= ' ')
                || codePoint == 0x85
                || Character.isSpaceChar(codePoint);
    }

    /** A word character: [\p{L}\p{N}_]. */
    static boolean isWord(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint) || isNumber(codePoint);
    }

    private static boolean isNumber(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Lower case, in no language: no Turkish i, and the final sigma by the letters around it alone. */
    static String lower(String text) {
        if (text.indexOf(CAPITAL_SIGMA) < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        // Java looks for word boundaries around a capital sigma, Unicode's rule looks for cased letters only.
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (codePoint == CAPITAL_SIGMA) {
                lower.append(isFinal(text, i) ? FINAL_SIGMA : SIGMA);
            } else {
                lower.append(Character.toString(codePoint).toLowerCase(Locale.ROOT));
            }
            i += Character.charCount(codePoint);
        }
        return lower.toString();
    }

    private static boolean isFinal(String text, int sigma) {
        int before = sigma;
        int codePoint;
        do {
            if (before == 0) {
                return false;
            }
            codePoint = text.codePointBefore(before);
            before -= Character.charCount(codePoint);
        } while (isCaseIgnorable(codePoint));
        return isCased(codePoint) && !isFollowedByCased(text, sigma + 1);
    }

    private static boolean isFollowedByCased(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!isCaseIgnorable(codePoint)) {
                return isCased(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean isCased(int codePoint) {
        return Character.isLowerCase(codePoint) || Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint);
    }

    private static boolean isCaseIgnorable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> INSIDE_WORDS.indexOf(codePoint) >= 0;
        };
    }
}
