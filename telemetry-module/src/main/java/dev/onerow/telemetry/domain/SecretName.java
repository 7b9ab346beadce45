package dev.onerow.telemetry.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Decides by its name whether a parameter of an address holds a secret. */
final class SecretName {
    private static final List<String> WORDS =
            List.of("token", "key", "secret", "password", "passwd", "auth", "signature", "session");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final Pattern NAME_BEFORE_EQUALS = Pattern.compile("(?<=^|[?&;#/])([^?&;#/=]*)=");

    // Nobody escapes an honest name so often; it also bounds the work on a name made of nothing but escapes.
    private static final int MOST_LAYERS = 6;

    private SecretName() {}

    /** Whether the name, however often and however cunningly escaped, contains one of the words. */
    static boolean matches(String name) {
        String layer = name;
        for (int i = 0; i < MOST_LAYERS; i++) {
            if (containsWord(layer)) {
                return true;
            }
            String next = Percent.decoded(layer);
            if (next.equals(layer)) {
                return false;
            }
            layer = next;
        }
        return true;
    }

    /** Whether a part of an address hides, in its escaped form, user information or a parameter with such a name. */
    static boolean isHiddenIn(String part) {
        String layer = part;
        for (int i = 0; i < MOST_LAYERS; i++) {
            String next = Percent.decoded(layer);
            if (next.equals(layer)) {
                return false;
            }
            layer = next;
            if (Credentials.USER_INFORMATION.matcher(layer).find() || namesASecret(layer)) {
                return true;
            }
        }
        return true;
    }

    private static boolean namesASecret(String text) {
        return NAME_BEFORE_EQUALS.matcher(text).results().anyMatch(found -> containsWord(found.group(1)));
    }

    private static boolean containsWord(String name) {
        String plain = isAscii(name)
                ? name.toLowerCase(Locale.ROOT)
                : INVISIBLE
                        .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(plain::contains);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit < 128 && unit >= ' ');
    }
}
