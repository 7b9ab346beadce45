package dev.onerow.web.request;

/**
 * How one body, one line or one query is read. It asks for everything it knows, whatever has come, and keeps no state. A
 * bean, so that {@link ReadBy} can name it: the description of the API is what {@link Outline} sees it ask for.
 *
 * @param <T> what is read
 */
@FunctionalInterface
public interface Form<T> {
    /** Reads; faults are noted in the fields. Never null. */
    T read(Fields in);

    /**
     * A JSON object that this form reads without a fault, shown by the description. A form needs one when it gives up where
     * members are missing: it is asked with this instead of with nothing.
     */
    default String example() {
        return "{}";
    }
}
