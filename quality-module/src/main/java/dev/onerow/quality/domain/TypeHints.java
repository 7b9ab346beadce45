package dev.onerow.quality.domain;

/** Finds what looks like a type hint: a colon or an arrow, then any white space, then a word character. */
final class TypeHints {
    private TypeHints() {}

    /** Scans by hand, once: a regular expression would try a long run of blanks again from each of its blanks. */
    static boolean occurIn(String code) {
        boolean isHinting = false;
        int previous = 0;
        for (int i = 0; i < code.length(); ) {
            int codePoint = code.codePointAt(i);
            if (codePoint == ':' || (codePoint == '>' && previous == '-')) {
                isHinting = true;
            } else if (isHinting && Characters.isWord(codePoint)) {
                return true;
            } else if (!Characters.isSpace(codePoint)) {
                isHinting = false;
            }
            previous = codePoint;
            i += Character.charCount(codePoint);
        }
        return false;
    }
}
