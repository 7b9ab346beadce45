package dev.onerow.quality.domain;

/**
 * How well the code is documented: the facts, and the score they make.
 *
 * @param docstring whether the code contains three double or three single quotes in a row
 * @param commentLines lines of code that contain a hash sign anywhere
 * @param typeHint whether a colon or an arrow is followed, after any white space, by a word character
 * @param textLength code points of the text
 */
public record Documentation(boolean docstring, int commentLines, boolean typeHint, int textLength) {
    private static final int LONG_TEXT = 100;

    static Documentation of(Pattern pattern) {
        String code = pattern.code();
        return new Documentation(
                code.contains("\"\"\"") || code.contains("'''"),
                Occurrences.linesWith('#', code),
                TypeHints.occurIn(code),
                pattern.text().codePointCount(0, pattern.text().length()));
    }

    double score() {
        double score = 0.0;
        if (docstring) {
            score += 0.4;
        }
        score += Math.min(0.2, commentLines / 20.0);
        if (typeHint) {
            score += 0.2;
        }
        if (textLength > LONG_TEXT) {
            score += 0.2;
        }
        return Shares.clamped(score);
    }
}
