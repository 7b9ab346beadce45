package dev.onerow.web.page;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it is answered.
 *
 * @param items the rows of this page
 * @param next the cursor of the page behind it, or null when this is the last
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next) {
    /** A page of these rows. */
    public Page {
        items = List.copyOf(items);
    }
}
