package dev.onerow.benchmarks;

import dev.onerow.persistence.DatabaseKind;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** What a figure works with: the scratch database it is run on, how thoroughly, and where its results go. */
public final class Bench implements AutoCloseable {
    private final Scratch scratch;
    private final Options options;
    private final PrintStream out;
    private final Meter meter;

    Bench(Scratch scratch, Options options, PrintStream out) throws SQLException {
        this.scratch = scratch;
        this.options = options;
        this.out = out;
        this.meter = new Meter(scratch.watch(), scratch.name());
    }

    public DatabaseKind kind() {
        return scratch.kind();
    }

    /** How many rounds are measured, after one that warms up. */
    public int rounds() {
        return options.rounds();
    }

    /** Whether this run only shows that the figure works: a figure then takes the least work that does. */
    public boolean isBrief() {
        return options.brief();
    }

    /** The sizes of batches to measure: those of the command line, or else the usual ones. */
    public int[] sizes(int... usual) {
        return options.sizes().isEmpty()
                ? usual
                : options.sizes().stream().mapToInt(Integer::intValue).toArray();
    }

    Meter meter() {
        return meter;
    }

    /**
     * A comparison to which contenders are added.
     *
     * @param title says what is compared, and over how many rows
     * @param rows how many rows a batch has
     * @param batches the batches of a round, the same for all its contenders; round 0 warms up
     * @param preparation runs before each visit of a contender and is not measured
     */
    public <B> Comparison<B> compare(
            String title, ToLongFunction<B> rows, IntFunction<List<B>> batches, Comparison.Preparation preparation) {
        return new Comparison<>(this, kind() + ": " + title, rows, batches, preparation);
    }

    /** Prints a finished comparison. */
    public void report(Result result) {
        out.println(result.table());
    }

    /** Prints a sentence. */
    public void report(String sentence) {
        out.println(sentence);
    }

    /** The JDBC URL of the database, with these parameters of the driver added. */
    public String url(String... parameters) {
        return scratch.url(parameters);
    }

    /** A connection of a contender that does not use ours; to be closed by the caller. In auto-commit mode. */
    public Connection connect(String... parameters) throws SQLException {
        return DriverManager.getConnection(url(parameters));
    }

    /** Runs statements outside of everything measured, committed at once. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
