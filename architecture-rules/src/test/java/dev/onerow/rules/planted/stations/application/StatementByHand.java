package dev.onerow.rules.planted.stations.application;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: java.sql. */
final class StatementByHand {
    void run(Connection connection) throws SQLException {
        connection.createStatement().close();
    }
}
