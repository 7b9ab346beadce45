package dev.onerow.benchmarks;

import java.sql.SQLException;

/**
 * One question, and the measurement that answers it. Every bean of this type is run, once on each database; it is made
 * in an application context on a scratch database with all migrations, so that use cases and stores can be injected.
 */
public interface Figure {

    /** A short name in kebab case, by which it is chosen on the command line. */
    String name();

    /** What is asked, in one sentence. */
    String question();

    /** Measures, and hands each finished comparison to {@link Bench#report}. */
    void measure(Bench bench) throws SQLException;
}
