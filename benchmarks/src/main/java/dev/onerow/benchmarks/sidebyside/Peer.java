package dev.onerow.benchmarks.sidebyside;

import java.sql.SQLException;

/** Another way of doing what the kernel does, with connections of its own. */
interface Peer<R> extends AutoCloseable {
    void write(Batch<R> batch) throws SQLException;

    @Override
    void close() throws SQLException;
}
