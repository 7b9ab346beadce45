package dev.onerow.registry.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the registry remembers of a view.
 *
 * @param owner id of the rule that owns it; null when nobody does
 * @param origin what the service built it from; null for a view that others made
 * @param catalogue how the database had it when the registry last looked
 */
public record RegisteredView(
        ViewName name,
        @Nullable Long owner,
        @Nullable String summary,
        @Nullable Origin origin,
        Catalogue catalogue) {

    /**
     * What the service built a view from.
     *
     * @param definition the SELECT
     * @param sqlHash hash of that SELECT
     * @param ruleSqlVersion SQL version of the rule it came from
     */
    public record Origin(String definition, String sqlHash, int ruleSqlVersion) {}

    /**
     * What a database said of a view.
     *
     * @param serverVersion version of the server that wrote the definition; null where the text is kept as given
     */
    public record Catalogue(
            List<Column> columns,
            String definitionHash,
            @Nullable Integer serverVersion) {
        public Catalogue {
            columns = List.copyOf(columns);
        }

        public static Catalogue of(LiveView live, @Nullable Integer serverVersion) {
            return new Catalogue(live.columns(), live.definitionHash(), serverVersion);
        }

        /**
         * Whether the database still has the view so.
         *
         * @param currentServer of the server now: a new release writes the same view differently, which is no difference
         */
        public boolean isStillSo(LiveView live, @Nullable Integer currentServer) {
            boolean sameServer = Objects.equals(serverVersion, currentServer);
            return live.columns().equals(columns)
                    && (!sameServer || live.definitionHash().equals(definitionHash));
        }
    }

    /** What the summary becomes: null keeps it, empty text takes it away. */
    public static @Nullable String summary(@Nullable String given, @Nullable String stored) {
        return RuleChange.textOr(given, stored);
    }

    /** Whether the rule has got another text since the view was built; a view that others made never is outdated. */
    public boolean isOutdated(int currentSqlVersion) {
        return origin != null && owner != null && origin.ruleSqlVersion() != currentSqlVersion;
    }

    /** Whether the service built it from a text with this hash. */
    public boolean isBuiltFrom(String sqlHash) {
        return origin != null && origin.sqlHash().equals(sqlHash);
    }

    /** Whether executing the rule needs no DDL: the view is there, as remembered, and built from the same SQL. */
    public boolean isCurrent(String sqlHash, @Nullable LiveView live, @Nullable Integer serverVersion) {
        return live != null && isBuiltFrom(sqlHash) && catalogue.isStillSo(live, serverVersion);
    }
}
