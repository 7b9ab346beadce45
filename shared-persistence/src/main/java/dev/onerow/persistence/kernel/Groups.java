package dev.onerow.persistence.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * How rows get to SQLite: a few with each statement that takes several, else one, by statements that are kept. The
 * database runs in this very process, so that only the work within it counts.
 */
final class Groups {
    /** More than these gain little, and calls of fewer rows than these would take single statements. */
    static final int ROWS = 8;

    /** How many groups the driver keeps before it runs them. */
    private static final int GROUPS_AT_ONCE = 64;

    private Groups() {}

    /** What is done with a statement to which a group is bound. */
    private interface Bound {
        void run(PreparedStatement statement) throws SQLException;
    }

    /** Runs a statement that answers rows. */
    static <T> void run(Transport.Line line, Statements.Text text, Transport.Handed<T> handed, Transport.Answer answer)
            throws SQLException {
        each(line, text, handed, statement -> Transport.read(statement, answer), statement -> {});
    }

    /** Runs a statement that answers no row, which is quicker; answers how many rows it wrote. */
    static <T> long write(Transport.Line line, Statements.Text text, Transport.Handed<T> handed) throws SQLException {
        long[] written = new long[1];
        int[] waiting = new int[1];
        Bound execute = statement -> {
            for (long changed : statement.executeLargeBatch()) {
                written[0] += changed;
            }
            waiting[0] = 0;
        };
        // Run one by one, the driver would ask for the last id after each.
        Bound collect = statement -> {
            statement.addBatch();
            if (++waiting[0] == GROUPS_AT_ONCE) {
                execute.run(statement);
            }
        };
        each(line, text, handed, collect, execute);
        return written[0];
    }

    private static <T> void each(
            Transport.Line line, Statements.Text text, Transport.Handed<T> handed, Bound each, Bound last)
            throws SQLException {
        int all = handed.rows().size();
        int grouped = text.many().isEmpty() ? 0 : all - all % ROWS;
        if (grouped > 0) {
            each(line, text.many(), ROWS, handed.part(0, grouped), each, last);
        }
        if (grouped < all) {
            each(line, text.one(), 1, handed.part(grouped, all), each, last);
        }
    }

    private static <T> void each(
            Transport.Line line, String text, int group, Transport.Handed<T> handed, Bound each, Bound last)
            throws SQLException {
        SQLiteConnection driver = line.connection().unwrap(SQLiteConnection.class);
        List<@Nullable Object[]> rows = handed.rows();
        line.kept().use(driver, text, statement -> {
            for (int from = 0; from < rows.size(); from += group) {
                int index = 1;
                for (@Nullable Object[] row : rows.subList(from, from + group)) {
                    index = handed.rest().bind(statement, Transport.bindRow(statement, index, handed.columns(), row));
                }
                each.run(statement);
            }
            last.run(statement);
        });
    }
}
