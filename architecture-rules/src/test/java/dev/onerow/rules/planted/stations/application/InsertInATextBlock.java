package dev.onerow.rules.planted.stations.application;

/** Planted: a text block in lower case, over several lines. */
final class InsertInATextBlock {
    String text() {
        return """
                insert
                -- a comment between the words
                into station (code)
                values (?)
                """;
    }
}
