package dev.onerow.rules.planted.kernel;

/** Planted: REPLACE where writing is allowed. */
final class ReplaceInTheKernel {
    String text() {
        return "REPLACE INTO anything (code) VALUES (?)";
    }
}
