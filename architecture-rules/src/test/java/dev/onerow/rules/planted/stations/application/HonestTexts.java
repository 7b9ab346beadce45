package dev.onerow.rules.planted.stations.application;

import java.util.Set;

/** Honest: texts that only sound like writes. */
final class HonestTexts {
    static final Set<String> WORDS = Set.of("DELETE", "FROM", "INSERT", "INTO", "SET", "UPDATE", "station");

    String prose(String station) {
        return "Cannot insert into station (code) values that are there: update station set aside, delete from station later. "
                + station
                + " is not truncated, the drop of a table does not cascade. Can't, won't.";
    }

    String queries() {
        return "SELECT updated, deleted, inserted FROM station WHERE updated > ? FOR UPDATE";
    }

    String labels() {
        return "Insert into the queue|Update station|Copy station from here|Merge into main|Truncate";
    }

    String commented() {
        return "/* INSERT INTO station (code) VALUES (?) */ SELECT 1 -- UPDATE station SET name = 1";
    }

    String updateOfAnUnkeyedTable() {
        return "UPDATE scratch SET done = true";
    }

    String pieces(String code) {
        StringBuilder text = new StringBuilder("Station ");
        text.append(code).append(" is up to date");
        text.append(", from here it is set");
        return text.toString();
    }
}
