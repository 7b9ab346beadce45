package dev.onerow.quality.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a pattern, a UUID. Two spellings of one UUID are one id.
 *
 * @param value the UUID
 */
public record PatternId(UUID value) {
    // The parser of the JDK accepts groups that are too short, so the form is checked first.
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WITHOUT_DASHES =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");
    private static final String URN = "urn:uuid:";
    private static final int LONGEST_FORM = URN.length() + 38;

    /**
     * Reads a UUID of 8-4-4-4-12 hexadecimal digits in any case; braces around it, {@code urn:uuid:} before it and
     * 32 digits without dashes are accepted too.
     *
     * @return empty when the text is none of these
     */
    public static Optional<PatternId> parse(String text) {
        if (text.length() > LONGEST_FORM) {
            return Optional.empty();
        }
        String bare = withoutBraces(withoutUrn(text.toLowerCase(Locale.ROOT)));
        String dashed = WITHOUT_DASHES.matcher(bare).replaceFirst("$1-$2-$3-$4-$5");
        return FORM.matcher(dashed).matches() ? Optional.of(new PatternId(UUID.fromString(dashed))) : Optional.empty();
    }

    /**
     * The id of a point of a vector store: the point's own id when that is a UUID, else one made of it. The
     * collection is part of what it is made of, so that number 7 of two collections is two patterns.
     */
    public static PatternId ofPoint(String collection, String pointId) {
        return parse(pointId)
                .orElseGet(() -> new PatternId(NameUuids.inDnsNamespace(
                        collection.equals("archon_vectors")
                                ? "qdrant-pattern-" + pointId
                                : "qdrant-pattern-" + collection + "-" + pointId)));
    }

    /** The id of a pattern that has a name and nothing else to know it by. */
    public static PatternId ofName(String patternName) {
        return new PatternId(NameUuids.inDnsNamespace("manifest-pattern-" + patternName));
    }

    /** The canonical form, lower case with dashes. */
    @Override
    public String toString() {
        return value.toString();
    }

    private static String withoutUrn(String text) {
        return text.startsWith(URN) ? text.substring(URN.length()) : text;
    }

    private static String withoutBraces(String text) {
        return text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
    }
}
