package dev.onerow.web.condition;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An entity tag. Ours start with the version of the row; a weak one has further values behind it, on which the answer
 * depends but the row does not.
 *
 * @param weak whether it is written with {@code W/}
 * @param opaque the text between the quotes
 */
public record ETag(boolean weak, String opaque) {
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,18})(-.*)?");

    /** The strong tag of a row: {@code "3"}. */
    public static ETag of(long version) {
        return new ETag(false, Long.toString(version));
    }

    /** The weak tag of a row and what its answer derives: {@code W/"3-25000-true"}. */
    public static ETag weak(long version, Object... derived) {
        return new ETag(
                true,
                version
                        + Arrays.stream(derived)
                                .map(value -> "-" + clean(String.valueOf(value)))
                                .collect(Collectors.joining()));
    }

    /** The version that this tag is about, or none when it is not one of ours. */
    public OptionalLong version() {
        Matcher matcher = VERSION.matcher(opaque);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** Whether both stand for the same answer, weak or not (RFC 9110, weak comparison). */
    public boolean matches(ETag other) {
        return opaque.equals(other.opaque);
    }

    /** As it stands in the header {@code ETag}. */
    public String header() {
        return (weak ? "W/\"" : "\"") + opaque + "\"";
    }

    private static String clean(String value) {
        return value.replaceAll("[^A-Za-z0-9._:+-]", "_");
    }
}
