package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Written;
import java.sql.SQLException;
import java.util.List;

/** A kind of write: merged or decided. */
interface Write<T> {

    /**
     * Writes groups of rows that stand in key order.
     *
     * @param answers gets one answer for each input, at its index
     */
    void write(Session<T> session, List<Input.Group<T>> groups, Answers<T> answers) throws SQLException;

    /** Whether it changes the database with a single statement when there is a single row. */
    default boolean writesOnce() {
        return false;
    }

    /** Where answers are put, by the index of the input. */
    interface Answers<T> {
        void put(int index, Written<T> written);
    }
}
