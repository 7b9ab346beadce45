package dev.onerow.rules.planted.stations.application;

/** Planted: words that are joined. */
final class InsertInJoinedPieces {
    String text() {
        return String.join(" ", "INSERT", "INTO", "station", "(code)", "VALUES (?)");
    }
}
