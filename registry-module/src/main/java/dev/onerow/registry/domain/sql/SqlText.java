package dev.onerow.registry.domain.sql;

import dev.onerow.registry.domain.Sha256;

/**
 * The SQL of a rule as it is stored: line ends are LF, no white space around it, no semicolon behind it. Normalising a
 * normalised text changes nothing.
 */
public record SqlText(String value) {

    public SqlText {
        value = normalised(value);
    }

    /**
     * SHA-256, in hex, of the text without comments and layout. Texts with equal hashes make the same view on either
     * database; what stands inside strings and quoted names counts to the last space.
     */
    public String hash() {
        return Sha256.hex(Layout.removedFrom(value));
    }

    /**
     * Where a character of the stored text stands in the text it was made of; both count code points from 1.
     *
     * @param sent a text for which {@code new SqlText(sent)} equals this
     */
    public int positionIn(String sent, int position) {
        int at = 0;
        while (at < sent.length() && Ascii.isSpace(sent.charAt(at))) {
            at++;
        }
        int skipped = at;
        for (int seen = 1; seen < position && at < sent.length(); seen++) {
            if (sent.startsWith("\r\n", at)) {
                skipped++;
                at++;
            }
            at += Character.charCount(sent.codePointAt(at));
        }
        return position + skipped;
    }

    private static String normalised(String sent) {
        var text = sent.replace("\r\n", "\n");
        int start = 0;
        int end = text.length();
        while (start < end && Ascii.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && (Ascii.isSpace(text.charAt(end - 1)) || text.charAt(end - 1) == ';')) {
            end--;
        }
        return text.substring(start, end);
    }
}
