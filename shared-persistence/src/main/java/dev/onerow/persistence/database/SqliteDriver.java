package dev.onerow.persistence.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.JDBC;

/**
 * The driver of SQLite, whose connections have {@code regexp_like(text, pattern)} as PostgreSQL has it; see
 * {@link dev.onerow.persistence.TextSearch}. Public because the pool makes it by its name.
 */
public final class SqliteDriver extends JDBC {
    /** SQLITE_DIRECTONLY: not for views and triggers, which other programs have to be able to read without it. */
    private static final int DIRECT_ONLY = 0x80000;

    static {
        try {
            // The pool looks among the registered drivers first, and warns when it has to make one.
            DriverManager.registerDriver(new SqliteDriver());
        } catch (SQLException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = super.connect(url, info);
        if (connection != null) {
            Function.create(connection, "regexp_like", new RegexpLike(), 2, Function.FLAG_DETERMINISTIC | DIRECT_ONLY);
        }
        return connection;
    }

    /** Of one connection, and so called by one thread at a time. */
    private static final class RegexpLike extends Function {
        private Pattern pattern = Pattern.compile("");

        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            String regex = value_text(1);
            if (text == null || regex == null) {
                result();
                return;
            }
            if (!pattern.pattern().equals(regex)) {
                pattern = Pattern.compile(regex);
            }
            result(pattern.matcher(text).find() ? 1 : 0);
        }
    }
}
