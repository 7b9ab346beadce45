package dev.onerow.app;

/** A setting with which nothing can start. The message names the variable, its value, and what is wanted instead. */
final class UnusableSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSetting(String message) {
        super(message);
    }
}
