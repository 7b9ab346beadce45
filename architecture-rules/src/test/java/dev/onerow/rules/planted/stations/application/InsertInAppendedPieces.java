package dev.onerow.rules.planted.stations.application;

/** Planted: pieces in a StringBuilder. */
final class InsertInAppendedPieces {
    String text(String columns) {
        StringBuilder text = new StringBuilder("INSERT INTO ");
        text.append("station").append('(').append(columns);
        text.append(") VALUES (?)");
        return text.toString();
    }
}
