package dev.onerow.rules.planted.stations.application;

/** Planted: an UPDATE whose assignments are put in at run time. */
final class UpdateInPieces {
    String text(String assignment) {
        StringBuilder text = new StringBuilder();
        text.append("UPDATE station ");
        text.append(" SET ").append(assignment);
        return text.toString();
    }
}
