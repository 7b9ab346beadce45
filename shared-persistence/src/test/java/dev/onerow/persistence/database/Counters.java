package dev.onerow.persistence.database;

import dev.onerow.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads and writes of a test, on the connection of the transaction that it is in. */
final class Counters {
    private final CurrentTransaction current;

    Counters(TestDatabase database) {
        this.current = database.bean(CurrentTransaction.class);
    }

    void add(String name, long amount) {
        execute("""
                INSERT INTO counters (name, amount) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET amount = counters.amount + excluded.amount
                """, name, amount);
    }

    long amount(String name) {
        return number("SELECT amount FROM counters WHERE name = ?", name);
    }

    long number(String query, Object... values) {
        try (PreparedStatement statement = connection().prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    void execute(String sql, Object... values) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    private Connection connection() {
        return current.connection();
    }
}
