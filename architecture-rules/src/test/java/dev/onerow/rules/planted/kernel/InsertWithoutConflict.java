package dev.onerow.rules.planted.kernel;

/** Planted: an INSERT in the kernel without ON CONFLICT. */
final class InsertWithoutConflict {
    String text() {
        return "INSERT INTO anything (code) VALUES (?)";
    }
}
