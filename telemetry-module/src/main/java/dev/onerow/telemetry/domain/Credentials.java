package dev.onerow.telemetry.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes credentials out of addresses before anything else sees them: user information is removed, and the value of every
 * parameter whose name tells a secret becomes {@code ***}. Doing it twice changes nothing more.
 *
 * <p>It goes beyond the query: parameters of the path ({@code ;jsessionid=}) and of the fragment ({@code #access_token=})
 * carry secrets as well, and so do addresses inside addresses, also escaped ones.
 */
final class Credentials {
    static final String MASK = "***";
    static final Pattern USER_INFORMATION = Pattern.compile("://[^/?#&\\s]*@");
    private static final Pattern SCHEME = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2}");
    private static final Pattern WORD = Pattern.compile("\\S+");

    private Credentials() {}

    /** The address of a proxy without credentials. No other part of such an address needs an @: all before the last goes. */
    static String maskedInProxyUrl(String url) {
        Matcher scheme = SCHEME.matcher(url);
        int start = scheme.find() ? scheme.end() : 0;
        int at = url.lastIndexOf('@');
        String bare = at < start ? url : url.substring(0, start) + url.substring(at + 1);
        int rest = endOfAuthority(bare, Math.min(start, bare.length()));
        return bare.substring(0, rest) + maskedAfterAuthority(bare.substring(rest));
    }

    /** A text for people, with the credentials masked in the addresses that stand in it. */
    static String maskedInText(String text) {
        if (!text.contains("://") && (text.indexOf('=') < 0 || text.indexOf('?') < 0)) {
            return text;
        }
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(maskedInWord(word.group())));
    }

    /** Path, query and fragment of an address with the secrets in them masked. */
    static String maskedAfterAuthority(String rest) {
        String bare = USER_INFORMATION.matcher(rest).replaceAll("://");
        int hash = indexOrEnd(bare, '#');
        int question = Math.min(indexOrEnd(bare, '?'), hash);
        StringBuilder masked = new StringBuilder(bare.length());
        maskPath(bare.substring(0, question), masked);
        maskParameters(bare.substring(question, hash), masked);
        maskParameters(bare.substring(hash), masked);
        return masked.toString();
    }

    static int endOfAuthority(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String maskedInWord(String word) {
        String bare = USER_INFORMATION.matcher(word).replaceAll("://");
        int address = bare.indexOf("://");
        if (address < 0) {
            int question = indexOrEnd(bare, '?');
            return bare.substring(0, question) + maskedAfterAuthority(bare.substring(question));
        }
        int rest = endOfAuthority(bare, address + 3);
        return bare.substring(0, rest) + maskedAfterAuthority(bare.substring(rest));
    }

    private static void maskPath(String path, StringBuilder masked) {
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash + 1;
            String segment = path.substring(start, slash < 0 ? end : slash);
            int parameters = indexOrEnd(segment, ';');
            appendUnlessHiding(segment.substring(0, parameters), masked);
            maskParameters(segment.substring(parameters), masked);
            masked.append(path, start + segment.length(), end);
            start = end;
        }
    }

    /** Parameters start after ?, &, ; or #. The value of a secret ends at the next & only, as it may contain the others. */
    private static void maskParameters(String text, StringBuilder masked) {
        int start = 0;
        while (start < text.length()) {
            if (isBoundary(text.charAt(start))) {
                masked.append(text.charAt(start++));
                continue;
            }
            int end = start;
            while (end < text.length() && !isBoundary(text.charAt(end))) {
                end++;
            }
            int equals = text.indexOf('=', start);
            if (equals < 0 || equals >= end) {
                appendUnlessHiding(text.substring(start, end), masked);
            } else if (SecretName.matches(text.substring(start, equals))) {
                masked.append(text, start, equals + 1).append(MASK);
                int and = text.indexOf('&', equals);
                end = and < 0 ? text.length() : and;
            } else {
                masked.append(text, start, equals + 1);
                appendUnlessHiding(text.substring(equals + 1, end), masked);
            }
            start = end;
        }
    }

    private static void appendUnlessHiding(String part, StringBuilder masked) {
        masked.append(part.indexOf('%') >= 0 && SecretName.isHiddenIn(part) ? MASK : part);
    }

    private static boolean isBoundary(char unit) {
        return unit == '?' || unit == '&' || unit == ';' || unit == '#';
    }

    private static int indexOrEnd(String text, char unit) {
        int index = text.indexOf(unit);
        return index < 0 ? text.length() : index;
    }
}
