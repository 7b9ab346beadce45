package dev.onerow.persistence.views;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the rows of views, where nothing can be written and no writer is kept waiting. Thread-safe.
 */
public interface ViewRows {

    /** How long the first row, and each further fetch, may take. */
    Duration FETCH_LIMIT = Duration.ofSeconds(10);

    /**
     * Opens a view and hands it to the reader, in a transaction of its own that only reads. The view stays as it is while
     * the reader works; whoever wants to change it waits or gives up.
     *
     * @return what the reader made of it; empty when there is no such view
     * @throws ViewRefused when the view cannot be read, or not within {@link #FETCH_LIMIT}
     */
    <T> Optional<T> read(String view, Function<OpenView, T> reader);

    /** A view that is being read. Used by one thread. */
    interface OpenView {

        /** The view as it is. */
        View view();

        /** Starts reading rows; what was read before from the same view must have come to its end. */
        Rows rows(RowQuery query);
    }
}
