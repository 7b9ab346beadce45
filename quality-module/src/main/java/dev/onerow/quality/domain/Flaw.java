package dev.onerow.quality.domain;

/**
 * One thing that is wrong with what came in.
 *
 * @param pointer JSON Pointer to it, "" for the whole
 * @param code a fixed word for the sort of flaw
 * @param detail a sentence for people
 */
public record Flaw(String pointer, String code, String detail) {
    static final String WRONG_TYPE = "wrong-type";
    static final String OUT_OF_RANGE = "out-of-range";

    /** A value of the wrong JSON type. */
    public static Flaw wrongType(String pointer, String detail) {
        return new Flaw(pointer, WRONG_TYPE, detail);
    }

    static Flaw outOfRange(String pointer, String detail) {
        return new Flaw(pointer, OUT_OF_RANGE, detail);
    }

    /** Pointer, then detail, for lists that have room for one text. */
    public String sentence() {
        return pointer.isEmpty() ? detail : pointer + ": " + detail;
    }
}
