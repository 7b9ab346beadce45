package dev.onerow.persistence.database;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.UnusableDatabase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A JDBC URL taken apart, so that nothing secret is left in what drivers, pools and logs print.
 *
 * @param kind the database it names
 * @param base the URL; of PostgreSQL without parameters and credentials
 * @param parameters the parameters of a PostgreSQL URL, {@code user} and {@code password} among them, in order
 */
public record DatabaseUrl(DatabaseKind kind, String base, Map<String, String> parameters) {

    static DatabaseUrl parse(String url) {
        return parse(url, "ONEROW_DATABASE_URL");
    }

    /**
     * Takes a URL apart.
     *
     * @param setting where it comes from, for the message
     * @throws UnusableDatabase when it is of neither database
     */
    public static DatabaseUrl parse(String url, String setting) {
        for (DatabaseKind kind : DatabaseKind.values()) {
            String prefix = "jdbc:" + kind.vendor() + ":";
            if (url.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return parse(kind, prefix, url.substring(prefix.length()), setting);
            }
        }
        throw new UnusableDatabase(setting + " must start with jdbc:sqlite: or jdbc:postgresql:, for example "
                + "jdbc:sqlite:onerow.db or jdbc:postgresql://localhost/onerow");
    }

    private static DatabaseUrl parse(DatabaseKind kind, String prefix, String rest, String setting) {
        if (kind == DatabaseKind.SQLITE) {
            requireFile(rest, setting);
            return new DatabaseUrl(kind, prefix + rest, Map.of()); // its parameters belong to the file's name
        }
        int question = rest.indexOf('?');
        Map<String, String> parameters = new LinkedHashMap<>();
        String place = withoutCredentials(question < 0 ? rest : rest.substring(0, question), parameters);
        if (question >= 0) {
            readParameters(rest.substring(question + 1), parameters);
        }
        return new DatabaseUrl(kind, prefix + place, parameters);
    }

    private static void requireFile(String place, String setting) {
        String lower = place.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.startsWith("?") || lower.contains(":memory:") || lower.contains("mode=memory")) {
            throw new UnusableDatabase(setting + " must name a file for SQLite, such as jdbc:sqlite:onerow.db: "
                    + "several connections share the database, and one in memory belongs to a single connection");
        }
    }

    /** Many write {@code //user:password@host/database}, which the driver does not know and would print in its error. */
    private static String withoutCredentials(String place, Map<String, String> parameters) {
        int at = place.lastIndexOf('@');
        if (!place.startsWith("//") || at < 0) {
            return place;
        }
        String[] credentials = place.substring(2, at).split(":", 2);
        parameters.put("user", decoded(credentials[0].replace("+", "%2B")));
        if (credentials.length == 2) {
            parameters.put("password", decoded(credentials[1].replace("+", "%2B")));
        }
        return "//" + place.substring(at + 1);
    }

    private static void readParameters(String query, Map<String, String> parameters) {
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                String[] parts = parameter.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text; // a stray % in a password; taken as it stands
        }
    }

    /** The file that a URL of SQLite names, without what else the URL says. */
    public Path file() {
        String place = base.substring("jdbc:sqlite:".length()).replaceFirst("^file:(//(?=/))?", "");
        int question = place.indexOf('?');
        return Path.of(question < 0 ? place : place.substring(0, question));
    }

    /** The base alone, for parameters may hold secrets. */
    @Override
    public String toString() {
        return base;
    }
}
