package dev.onerow.telemetry.application;

import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at the tables of telemetry from outside. */
final class TelemetryTables {
    static final List<String> ALL = List.of(
            "extraction_telemetry_v2",
            "extraction_method_attempts",
            "content_type_detection_telemetry",
            "http_error_summary");

    private final TestDatabase database;

    TelemetryTables(TestDatabase database) {
        this.database = database;
    }

    void empty() {
        database.sql("DELETE FROM extraction_telemetry_v2");
        database.sql("DELETE FROM http_error_summary");
        database.sql("DELETE FROM http_error_baseline");
        database.sql("DELETE FROM sites");
    }

    /** What all tables say, as law 5 of replaying compares it. */
    Map<String, List<String>> state() {
        Map<String, List<String>> state = new TreeMap<>();
        ALL.forEach(table -> state.put(table, database.state(table)));
        return state;
    }

    /** Everything, versions and times of writing included. */
    Map<String, List<Map<String, @Nullable Object>>> everything() {
        Map<String, List<Map<String, @Nullable Object>>> everything = new TreeMap<>();
        ALL.forEach(table -> everything.put(table, database.query("SELECT * FROM " + table + " ORDER BY 1, 2")));
        return everything;
    }

    /** Each counter as host, status, count, first and last. */
    List<String> counters() {
        return database
                .query("SELECT host, status_code, count, first_seen, last_seen FROM http_error_summary ORDER BY 1, 2")
                .stream()
                .map(row -> row.get("host") + " " + row.get("status_code") + " " + row.get("count") + " "
                        + time(row.get("first_seen")) + " " + time(row.get("last_seen")))
                .toList();
    }

    private static String time(@Nullable Object instant) {
        return String.valueOf(instant).substring(11, 19);
    }
}
