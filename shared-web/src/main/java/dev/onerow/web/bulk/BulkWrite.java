package dev.onerow.web.bulk;

import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a context does with the lines of a bulk request. Used by one thread at a time.
 *
 * @param <T> a line that was read
 */
public interface BulkWrite<T> extends Form<T> {
    /**
     * Reads one line: the body of the {@code PUT} and its key. Faults and thrown problems reject the line alone.
     *
     * @return never null
     */
    @Override
    T read(Fields line);

    /**
     * Writes up to 1,000 lines in a transaction of its own, or in the one around it, and returns after the commit. A line
     * that cannot be written is answered {@link LineAnswer#rejected}; an exception ends the whole request.
     *
     * @return one answer for each line, in their order
     */
    List<LineAnswer> write(List<T> lines);

    /**
     * Does the work in one transaction, which {@link #write} joins, and rolls back when it throws: for
     * {@code ?atomic=true}. May do it again from the beginning after a rollback.
     */
    <R> R inOneTransaction(Supplier<R> work);
}
