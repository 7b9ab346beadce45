package dev.onerow.persistence.views;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a view.
 *
 * @param values one for each column, in order; see {@link Rows#next}
 */
public record Row(List<@Nullable Object> values) {

    /** Makes the list unmodifiable; it is not copied, since it is as long as many rows are many. */
    public Row {
        values = Collections.unmodifiableList(values);
    }
}
