package dev.onerow.registry.domain.sql;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@link SqlSafety} says of a text.
 *
 * @param anywhere why it may not be saved, if so
 * @param perDatabase why it may not be handed to a database, if so, for each
 */
record Judgement(Optional<UnsafeSql> anywhere, Map<Lexis, Optional<UnsafeSql>> perDatabase) {

    /** Of a text that nobody should even read. */
    static Judgement unfit(UnsafeSql why) {
        return new Judgement(Optional.of(why), Map.of());
    }

    /** Of a text that the databases read like this. */
    static Judgement of(String sql, Map<Lexis, Scan> readings) {
        var found = new EnumMap<Lexis, Optional<UnsafeSql>>(Lexis.class);
        readings.forEach((lexis, reading) -> found.put(lexis, SqlSafety.check(sql, reading)));
        boolean isHopeless = readings.values().stream().noneMatch(Scan::isPossible);
        var anywhere = readings.entrySet().stream()
                .filter(reading -> isHopeless || reading.getValue().isPossible())
                .flatMap(reading -> Objects.requireNonNull(found.get(reading.getKey())).stream())
                .findFirst();
        return new Judgement(anywhere, found);
    }

    Optional<UnsafeSql> on(Lexis lexis) {
        return perDatabase.getOrDefault(lexis, anywhere);
    }
}
