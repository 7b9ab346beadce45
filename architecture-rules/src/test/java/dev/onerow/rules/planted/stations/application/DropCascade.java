package dev.onerow.rules.planted.stations.application;

/** Planted: DROP CASCADE. */
final class DropCascade {
    String text(String view) {
        return "DROP VIEW IF EXISTS " + view + " CASCADE";
    }
}
