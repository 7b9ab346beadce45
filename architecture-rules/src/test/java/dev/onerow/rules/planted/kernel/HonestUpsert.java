package dev.onerow.rules.planted.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Honest: an INSERT in pieces, and each way to it ends in ON CONFLICT. */
public final class HonestUpsert {
    private final Map<String, String> texts = new HashMap<>();

    String upsert(String table, Connection connection) throws SQLException {
        connection.clearWarnings();
        return texts.computeIfAbsent(table, name -> insert(name) + onConflict());
    }

    String claim(String table) {
        return texts.computeIfAbsent(table, name -> insert(name) + "ON CONFLICT DO NOTHING");
    }

    private static String insert(String table) {
        return "INSERT INTO " + table + " (code) VALUES (?) ";
    }

    private static String onConflict() {
        return "ON CONFLICT (code) DO UPDATE SET name = excluded.name";
    }
}
