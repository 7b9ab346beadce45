package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of PostgreSQL, fetched in portions of about a megabyte, however wide they are. */
final class PostgresRows implements Rows {
    private static final int CHARACTERS_PER_FETCH = 1 << 20;
    private static final int FIRST_FETCH = 50;
    private static final int LARGEST_FETCH = 5_000;
    private static final Set<String> WHOLE =
            Set.of("int2", "int4", "int8", "oid", "serial", "bigserial", "smallserial");
    private static final Set<String> NUMBERS = Set.of("numeric", "float4", "float8");

    private final View view;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> types = new ArrayList<>();
    private long charactersRead;
    private long rowsRead;

    PostgresRows(View view, Statement statement, String sql) throws SQLException {
        this.view = view;
        this.statement = statement;
        statement.setFetchSize(FIRST_FETCH);
        this.rows = statement.executeQuery(sql);
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            types.add(rows.getMetaData().getColumnTypeName(i));
        }
    }

    @Override
    public Optional<Row> next() {
        try {
            if (!rows.next()) {
                return Optional.empty();
            }
            List<@Nullable Object> values = new ArrayList<>(types.size());
            for (int i = 0; i < types.size(); i++) {
                var text = rows.getString(i + 1);
                charactersRead += text == null ? 1 : text.length();
                values.add(text == null ? null : value(types.get(i), text));
            }
            adaptFetch();
            return Optional.of(new Row(values));
        } catch (SQLException failure) {
            throw PostgresViewRows.unreadable(view.name(), failure);
        }
    }

    private void adaptFetch() throws SQLException {
        rowsRead++;
        if (rowsRead % FIRST_FETCH == 0) {
            long perRow = Math.max(1, charactersRead / rowsRead);
            rows.setFetchSize((int) Math.max(1, Math.min(LARGEST_FETCH, CHARACTERS_PER_FETCH / perRow)));
        }
    }

    private static Object value(String type, String text) {
        if (WHOLE.contains(type)) {
            return Long.valueOf(text);
        }
        if (NUMBERS.contains(type)) {
            boolean isNumber = !text.isEmpty() && !Character.isLetter(text.charAt(text.length() - 1));
            return isNumber ? new BigDecimal(text) : text; // NaN and the infinities are no numbers of JSON
        }
        return switch (type) {
            case "bool" -> text.equals("t") || text.equals("true");
            case "json", "jsonb" -> new RawJson(text);
            case "timestamp" -> withT(text);
            case "timestamptz" -> utc(text);
            default -> text;
        };
    }

    /** Between date and time only: another blank stands before BC. */
    private static String withT(String text) {
        return text.replaceFirst(" ", "T");
    }

    /** The connection's time zone is UTC. */
    private static String utc(String text) {
        return withT(text.replaceFirst("[+]00(?= BC$|$)", "Z"));
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }
}
