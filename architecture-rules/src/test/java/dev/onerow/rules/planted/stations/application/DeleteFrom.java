package dev.onerow.rules.planted.stations.application;

/** Planted: DELETE. */
final class DeleteFrom {
    String text() {
        return "delete from `station` where code = ?";
    }
}
