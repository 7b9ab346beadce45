package dev.onerow.persistence.views;

/** Names and texts in statements: always in quotes, whatever they are. */
final class Quoted {
    private Quoted() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String name(String schema, String name) {
        return name(schema) + "." + name(name);
    }

    /** A literal, where {@code standard_conforming_strings} is on. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
