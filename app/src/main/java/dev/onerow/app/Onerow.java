package dev.onerow.app;

import io.micronaut.runtime.Micronaut;

/** Starts the application. */
public final class Onerow {
    private Onerow() {}

    /** Serves until the process is told to stop. */
    public static void main(String[] arguments) {
        Micronaut.build(arguments).mainClass(Onerow.class).start();
    }
}
