package dev.onerow.quality.domain;

/** Parts of JSON Pointers. */
public final class Pointers {
    private Pointers() {}

    /** A key as one part of a pointer (RFC 6901). */
    public static String escaped(Object key) {
        return key.toString().replace("~", "~0").replace("/", "~1");
    }
}
