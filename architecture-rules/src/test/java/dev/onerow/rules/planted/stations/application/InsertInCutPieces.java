package dev.onerow.rules.planted.stations.application;

/** Planted: pieces cut in the middle of words. */
final class InsertInCutPieces {
    String text() {
        return "INS".concat("ERT INTO sta").concat("tion (code) VALUES (?)");
    }
}
