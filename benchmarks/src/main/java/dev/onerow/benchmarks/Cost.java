package dev.onerow.benchmarks;

/**
 * What one visit of a contender cost.
 *
 * @param rows rows handed in
 * @param wallNanos time on the clock
 * @param clientNanos CPU of the calling thread
 * @param serverNanos CPU of the database's backends; 0 where the database runs in the calling thread
 * @param allocatedBytes what the calling thread allocated
 * @param medianCallNanos the median time of one call
 */
public record Cost(
        long rows, long wallNanos, long clientNanos, long serverNanos, long allocatedBytes, long medianCallNanos) {

    /** CPU of client and server together, the steadiest measure on a busy machine. */
    public double cpuMicrosPerRow() {
        return (clientNanos + serverNanos) / 1e3 / rows;
    }

    /** CPU of the calling thread. */
    public double clientMicrosPerRow() {
        return clientNanos / 1e3 / rows;
    }

    /** What the calling thread allocated. */
    public double bytesPerRow() {
        return (double) allocatedBytes / rows;
    }

    double rowsPerSecond() {
        return rows * 1e9 / wallNanos;
    }

    /** The median time of a call on the clock. */
    public double callMicros() {
        return medianCallNanos / 1e3;
    }
}
