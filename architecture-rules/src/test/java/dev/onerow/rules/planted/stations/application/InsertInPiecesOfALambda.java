package dev.onerow.rules.planted.stations.application;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Planted: pieces of which one stands in a lambda. */
final class InsertInPiecesOfALambda {
    String text(List<String> columns) {
        return "INSERT INTO "
                .concat(columns.stream()
                        .map(column -> "station (" + column + ")")
                        .collect(joining()));
    }
}
