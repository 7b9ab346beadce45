package dev.onerow.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import dev.onerow.persistence.UnusableDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Connects once as a pool is going to, before there is one: a pool that cannot be opened says why in the words of a
 * driver, below those of itself, and after it has waited.
 */
final class FirstConnection {
    private FirstConnection() {}

    /**
     * Connects, and leaves at once.
     *
     * @throws UnusableDatabase when that fails
     */
    static void tryOut(HikariConfig pool, DatabaseUrl url) {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        if (pool.getUsername() != null) {
            properties.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
        try (Connection connection = DriverManager.getConnection(url.base(), properties);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    switch (url.kind()) {
                        case SQLITE -> "PRAGMA schema_version"; // Opening a file does not look into it yet.
                        case POSTGRESQL -> "SELECT 1";
                    });
        } catch (SQLException failure) {
            throw Obstacles.met(url, failure);
        }
    }
}
