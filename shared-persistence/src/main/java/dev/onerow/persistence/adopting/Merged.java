package dev.onerow.persistence.adopting;

/**
 * What becomes of two rows of one key.
 *
 * @param <R> what rows are taken over as
 * @param value what stays
 * @param secondStays whether it is the second of the two that stays, and the first that is kept beside
 * @param reason why the other one is kept beside
 */
public record Merged<R>(R value, boolean secondStays, Reason reason) {

    /** The first stays as it is. */
    public static <R> Merged<R> firstOf(R first) {
        return new Merged<>(first, false, Reason.OLDER);
    }

    /** The content of the second has gone into the first. */
    public static <R> Merged<R> into(R both) {
        return new Merged<>(both, false, Reason.MERGED);
    }

    /** The second takes the place of the first. */
    public static <R> Merged<R> secondOf(R second) {
        return new Merged<>(second, true, Reason.OLDER);
    }
}
