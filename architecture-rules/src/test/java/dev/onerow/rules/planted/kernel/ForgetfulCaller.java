package dev.onerow.rules.planted.kernel;

/** Planted: one of two callers forgets ON CONFLICT. */
final class ForgetfulCaller {
    String upsert(String table) {
        return insert(table) + " ON CONFLICT DO NOTHING";
    }

    String forgets(String table) {
        return insert(table) + " RETURNING code";
    }

    private static String insert(String table) {
        return "INSERT INTO " + table + " (code) VALUES (?)";
    }
}
