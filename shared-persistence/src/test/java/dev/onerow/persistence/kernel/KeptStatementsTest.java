package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On SQLite alone: PostgreSQL's driver keeps its statements itself. */
class KeptStatementsTest {
    private static final String INSERT = "INSERT INTO reading(station) VALUES (?)";

    private final KeptStatements kept = new KeptStatements();
    private final List<PreparedStatement> used = new ArrayList<>();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = connected();
    }

    private static Connection connected() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE reading(station TEXT NOT NULL UNIQUE)");
        }
        return connection;
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void prepareATextOnceForAConnection() throws SQLException {
        kept.use(connection, INSERT, statement -> insert(statement, "OSL"));
        kept.use(connection, INSERT, statement -> insert(statement, "BGO"));

        assertThat(used.get(1)).isSameAs(used.get(0));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void prepareATextAgainAfterItFailed() throws SQLException {
        kept.use(connection, INSERT, statement -> insert(statement, "OSL"));

        assertThatThrownBy(() -> kept.use(connection, INSERT, statement -> insert(statement, "OSL")))
                .isInstanceOf(SQLException.class);
        kept.use(connection, INSERT, statement -> insert(statement, "BGO"));

        assertThat(used.get(1).isClosed()).isTrue();
        assertThat(used.get(2)).isNotSameAs(used.get(1));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void giveAStatementToOneUserAtATime() throws SQLException {
        kept.use(connection, INSERT, outer -> {
            insert(outer, "OSL");
            kept.use(connection, INSERT, inner -> insert(inner, "BGO"));
            insert(outer, "TRD");
        });

        assertThat(used.get(1)).isNotSameAs(used.get(0));
        assertThat(used.get(0).isClosed()).isTrue();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void serveTheConnectionThatReplacesAClosedOne() throws SQLException {
        kept.use(connection, INSERT, statement -> insert(statement, "OSL"));
        connection.close();
        connection = connected();

        kept.use(connection, INSERT, statement -> insert(statement, "OSL"));

        assertThat(rows()).isEqualTo(1);
    }

    private void insert(PreparedStatement statement, String station) throws SQLException {
        used.add(statement);
        statement.setString(1, station);
        statement.executeUpdate();
    }

    private long rows() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM reading")) {
            row.next();
            return row.getLong(1);
        }
    }
}
