package dev.onerow.registry.domain.sql;

import java.util.List;
import java.util.Set;

/** What no rule may say. All in lower case. */
final class ForbiddenWords {
    private static final Set<String> KEYWORDS = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "into",
            "create",
            "alter",
            "drop",
            "truncate",
            "grant",
            "revoke",
            "copy",
            "call",
            "do",
            "execute",
            "set",
            "attach",
            "pragma",
            "vacuum",
            "lock");

    private static final List<String> NAME_PREFIXES = List.of("pg_", "sqlite_", "pragma_");
    private static final Set<String> NAMES = Set.of("information_schema", "backfill_inputs", "dbstat");

    /** They write, change the session, load code or touch files. */
    private static final Set<String> FUNCTIONS = Set.of(
            "nextval",
            "setval",
            "set_config",
            "loread",
            "lowrite",
            "load_extension",
            "readfile",
            "writefile",
            "fsdir",
            "fts3_tokenizer",
            "get_raw_page",
            // These run a query that is hidden from us in a literal.
            "ts_stat",
            "ts_rewrite",
            "connectby",
            "xpath_table");

    private static final List<String> FUNCTION_PREFIXES = List.of(
            "lo_",
            "dblink",
            "crosstab",
            "query_to_xml",
            "table_to_xml",
            "cursor_to_xml",
            "schema_to_xml",
            "database_to_xml");

    private ForbiddenWords() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(Ascii.lowerCase(word));
    }

    static boolean isName(String name) {
        var lower = Ascii.lowerCase(name);
        return NAMES.contains(lower) || startsWithOneOf(NAME_PREFIXES, lower);
    }

    static boolean isFunction(String name) {
        var lower = Ascii.lowerCase(name);
        return FUNCTIONS.contains(lower) || startsWithOneOf(FUNCTION_PREFIXES, lower);
    }

    private static boolean startsWithOneOf(List<String> prefixes, String name) {
        for (var prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
