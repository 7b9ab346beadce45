package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The prepared statements of one table on SQLite, kept with their connections from call to call: preparing one takes as
 * long as running it over dozens of rows, and neither the driver nor the pool keeps any. Thread-safe, because a
 * connection has one user at a time.
 */
final class KeptStatements {
    private final Map<Connection, Map<String, PreparedStatement>> kept = new ConcurrentHashMap<>();

    /** What is done with a statement. Its results are closed in the end. */
    interface Use {
        void run(PreparedStatement statement) throws SQLException;
    }

    /**
     * Runs work with the prepared statement of a text. One that failed is closed, whatever it was about, because the
     * driver may leave it half done.
     *
     * @param connection the driver's own, for a pool closes all statements with each connection that it takes back
     */
    void use(Connection connection, String text, Use work) throws SQLException {
        Map<String, PreparedStatement> own = of(connection);
        PreparedStatement known = own.remove(text);
        PreparedStatement statement = known == null ? connection.prepareStatement(text) : known;
        boolean sound = false;
        try {
            work.run(statement);
            statement.clearParameters(); // They may be large, and the statement stays
            sound = true;
        } finally {
            if (!sound || own.putIfAbsent(text, statement) != null) {
                statement.close();
            }
        }
    }

    private Map<String, PreparedStatement> of(Connection connection) throws SQLException {
        Map<String, PreparedStatement> own = kept.get(connection);
        if (own == null) {
            own = new HashMap<>();
            forgetClosed();
            kept.put(connection, own);
        }
        return own;
    }

    /** The statements of a closed connection were closed with it. */
    private void forgetClosed() throws SQLException {
        Iterator<Connection> connections = kept.keySet().iterator();
        while (connections.hasNext()) {
            if (connections.next().isClosed()) {
                connections.remove();
            }
        }
    }
}
