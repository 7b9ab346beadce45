package dev.onerow.rules.planted.stations.application;

import java.util.List;

/** Planted: a value that is made when the class is loaded. */
final class InsertInAnInitialiser {
    static final List<String> TEXTS = List.of("INSERT OR IGNORE INTO station VALUES (?, ?)");
}
