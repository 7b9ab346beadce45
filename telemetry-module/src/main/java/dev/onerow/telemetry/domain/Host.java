package dev.onerow.telemetry.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The one name of a host: ASCII, lower case, no trailing dot, no user information, IPv6 in brackets and in canonical form,
 * a port only where it is not the default one.
 *
 * @param value the name, normalised before; only for what is read back from a row
 */
public record Host(String value) implements Comparable<Host> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");
    private static final Pattern PORT = Pattern.compile("0*([0-9]{1,5})");
    private static final int LONGEST_NAME = 253;
    private static final int LARGEST_PORT = 65_535;

    /** A host given by itself. Without a scheme both well-known ports, 80 and 443, count as default. */
    public static Optional<Host> parse(String text) {
        return parse(text, port -> port == Scheme.HTTP.defaultPort() || port == Scheme.HTTPS.defaultPort());
    }

    /** A host as it may stand in a stored row, which keeps every port; for looking rows up. */
    public static Optional<Host> parseKeepingPort(String text) {
        return parse(text, port -> false);
    }

    /** The same without a port that goes without saying where the scheme is not known. */
    public Host withoutWellKnownPort() {
        return parse(value).orElse(this);
    }

    /** The network part of an address with that scheme. */
    static Optional<Host> parse(String text, Scheme scheme) {
        return parse(text, port -> port == scheme.defaultPort());
    }

    private static Optional<Host> parse(String text, IntPredicate isDefaultPort) {
        String authority = text.substring(text.lastIndexOf('@') + 1);
        int bracket = authority.lastIndexOf(']');
        int colon = authority.indexOf(':', bracket + 1);
        if (bracket < 0 && colon >= 0 && authority.indexOf(':', colon + 1) >= 0) {
            return Ipv6.canonical(authority).map(address -> new Host("[" + address + "]"));
        }
        Optional<String> name = name(colon < 0 ? authority : authority.substring(0, colon));
        Optional<String> port = colon < 0 ? Optional.of("") : port(authority.substring(colon + 1), isDefaultPort);
        return name.flatMap(host -> port.map(suffix -> new Host(host + suffix)));
    }

    private static Optional<String> name(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            return Ipv6.canonical(text.substring(1, text.length() - 1)).map(address -> "[" + address + "]");
        }
        String ascii;
        try {
            ascii = IDN.toASCII(Percent.decoded(text), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        return Optional.of(name)
                .filter(it -> it.length() <= LONGEST_NAME && NAME.matcher(it).matches());
    }

    /** The port with its colon; empty where it goes without saying. */
    private static Optional<String> port(String text, IntPredicate isDefault) {
        if (text.isEmpty()) {
            return Optional.of("");
        }
        var form = PORT.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) > LARGEST_PORT) {
            return Optional.empty();
        }
        int port = Integer.parseInt(form.group(1));
        return Optional.of(isDefault.test(port) ? "" : ":" + port);
    }

    @Override
    public int compareTo(Host other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
