package dev.onerow.quality.domain;

/** Parts of JSON Pointers. */
final class Pointers {
    private Pointers() {}

    static String escaped(Object key) {
        return key.toString().replace("~", "~0").replace("/", "~1");
    }
}
