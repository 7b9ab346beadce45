package dev.onerow.quality.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where points come from. Used by one thread. */
public interface PointSource extends AutoCloseable {

    /**
     * Reads points in the order of the source.
     *
     * @param place where to start; "" for the start of the collection
     * @param atMost 1 or more
     * @throws MissingCollection when there is no such collection
     * @throws SourceFailure when the source does not answer, after tries
     */
    Batch read(String collection, String place, int atMost);

    /**
     * Shows the points before a place once more.
     *
     * @throws MissingCollection when there is no such collection
     * @throws SourceFailure when the source does not answer, after tries
     */
    void replay(String collection, String until, Consumer<Point> points);

    /**
     * How many points a collection has now.
     *
     * @throws MissingCollection when there is no such collection
     * @throws SourceFailure when the source does not answer, after tries
     */
    long count(String collection);

    @Override
    void close();

    /**
     * Some points.
     *
     * @param points none at the end of the collection
     * @param next the place behind them; empty when the collection has no more
     */
    record Batch(List<Point> points, Optional<String> next) {
        /** Copies the points. */
        public Batch {
            points = List.copyOf(points);
        }
    }

    /** The source has no such collection. */
    final class MissingCollection extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** There is no collection of this name. */
        public MissingCollection(String collection) {
            super("There is no collection " + collection);
        }
    }

    /** The source does not answer. */
    final class SourceFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String message;

        /**
         * A failure with what it was about.
         *
         * @param message told to whoever ordered the job, so without anything secret
         */
        public SourceFailure(String message, Throwable cause) {
            super(message, cause);
            this.message = message;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }
}
