package dev.onerow.telemetry.domain;

/** Lengths of texts as people count them: in code points, so that a cut never leaves half a character behind. */
final class CodePoints {
    private CodePoints() {}

    /** The first {@code limit} code points of the text; a shorter text comes back as it is. */
    static String cut(String text, int limit) {
        return isLongerThan(text, limit) ? text.substring(0, text.offsetByCodePoints(0, limit)) : text;
    }

    static boolean isLongerThan(String text, int limit) {
        return text.length() > limit && text.codePointCount(0, text.length()) > limit;
    }

    /** Whether both databases can keep the text unchanged: no U+0000 and no half of a surrogate pair. */
    static boolean canBeStored(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
