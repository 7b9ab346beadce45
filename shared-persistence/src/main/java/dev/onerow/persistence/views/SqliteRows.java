package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of SQLite, one by one as the statement makes them. */
final class SqliteRows implements Rows {
    private final View view;
    private final Statement statement;
    private final Watch watch;
    private final ResultSet rows;
    private final int columns;

    SqliteRows(View view, Statement statement, String sql, Duration fetchLimit) throws SQLException {
        this.view = view;
        this.statement = statement;
        this.watch = new Watch(statement, fetchLimit);
        try {
            this.rows = watch.limit(() -> statement.executeQuery(sql));
            this.columns = rows.getMetaData().getColumnCount();
        } catch (SQLException failure) {
            boolean tooSlow = watch.isOver();
            close();
            throw SqliteViewRows.unreadable(view, failure, tooSlow);
        }
    }

    @Override
    public Optional<Row> next() {
        try {
            if (!watch.limit(rows::next)) {
                return Optional.empty();
            }
            List<@Nullable Object> values = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                values.add(value(rows.getObject(i)));
            }
            return Optional.of(new Row(values));
        } catch (SQLException failure) {
            throw SqliteViewRows.unreadable(view, failure, watch.isOver());
        }
    }

    private static @Nullable Object value(@Nullable Object stored) {
        if (stored instanceof Integer number) {
            return number.longValue();
        }
        if (stored instanceof Double number) {
            return Double.isFinite(number) ? BigDecimal.valueOf(number) : number.toString();
        }
        return stored instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : stored;
    }

    @Override
    public void close() {
        watch.close();
        try {
            statement.close();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }
}
