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
