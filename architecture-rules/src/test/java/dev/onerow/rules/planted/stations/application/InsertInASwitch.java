package dev.onerow.rules.planted.stations.application;

/** Planted: one branch of a switch. */
final class InsertInASwitch {
    String text(int kind) {
        return switch (kind) {
            case 1 -> "SELECT code FROM station";
            case 2 -> "INSERT INTO station SELECT * FROM old_station";
            default -> "";
        };
    }
}
