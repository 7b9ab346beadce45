package dev.onerow.telemetry.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An absolute http or https address, without credentials. Crawled addresses are rarely well-formed to the letter, so only
 * what decides the host is examined strictly; path, query and fragment are kept as they came.
 *
 * @param url the address as given, credentials masked
 */
record WebAddress(Scheme scheme, Host host, String url) {
    // A backslash is a slash to browsers and an ordinary character to others: such an authority means two hosts.
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\\\\\s\\p{Cc}]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** The address that the text is, or nothing when it is none or names no host. */
    static Optional<WebAddress> parse(String text) {
        int colon = text.indexOf("://");
        Optional<Scheme> scheme = colon < 0 ? Optional.empty() : Scheme.of(text.substring(0, colon));
        if (scheme.isEmpty() || CONTROL.matcher(text).find()) {
            return Optional.empty();
        }
        int start = colon + 3;
        int end = Credentials.endOfAuthority(text, start);
        String authority = text.substring(start, end);
        if (AMBIGUOUS.matcher(authority).find()) {
            return Optional.empty();
        }
        return Host.parse(authority, scheme.get())
                .map(host -> new WebAddress(
                        scheme.get(),
                        host,
                        text.substring(0, start)
                                + authority.substring(authority.lastIndexOf('@') + 1)
                                + Credentials.maskedAfterAuthority(text.substring(end))));
    }
}
