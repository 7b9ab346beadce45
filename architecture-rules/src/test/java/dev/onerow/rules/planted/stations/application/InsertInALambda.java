package dev.onerow.rules.planted.stations.application;

import java.util.function.Supplier;

/** Planted: the body of a lambda. */
final class InsertInALambda {
    Supplier<String> text() {
        return () -> "INSERT INTO station DEFAULT VALUES";
    }
}
