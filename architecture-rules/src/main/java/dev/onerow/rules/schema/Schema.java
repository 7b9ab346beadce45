package dev.onerow.rules.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tables of one database, without the history of Flyway.
 *
 * @param database its product name
 * @param tables by their names in lower case
 */
public record Schema(String database, Map<String, Table> tables) {
    /** Known by what it holds, because every project may name it. */
    private static final Set<String> HISTORY = Set.of("installed_rank", "script", "checksum", "installed_on");

    public Schema {
        tables = new TreeMap<>(tables);
        tables.values().removeIf(table -> table.columns().keySet().containsAll(HISTORY));
    }

    /** Reads the tables of the schema in which a connection of this JDBC URL works. */
    public static Schema of(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "PostgreSQL" -> new Schema(product, new PostgresqlSchema(connection).tables());
                case "SQLite" -> new Schema(product, new SqliteSchema(connection).tables());
                default -> throw new IllegalArgumentException("No rule knows the database " + product);
            };
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot read the tables", failure);
        }
    }

    /** What either of two databases has and the other has not. The types of columns are each database's own matter. */
    public Stream<Difference> differencesTo(Schema other) {
        return Stream.concat(lackingIn(other), other.lackingIn(this)).sorted(Comparator.comparing(Difference::table));
    }

    private Stream<Difference> lackingIn(Schema other) {
        return tables.values().stream().flatMap(table -> {
            Table same = other.tables.get(table.name());
            return same == null
                    ? Stream.of(new Difference(table.name(), "stands in " + database + ", not in " + other.database))
                    : lacking(table, same)
                            .map(part -> new Difference(
                                    table.name(),
                                    "has in " + database + " what it has not in " + other.database + ": " + part));
        });
    }

    private static Stream<Object> lacking(Table here, Table there) {
        return Stream.of(
                        lacking(columns(here), columns(there)),
                        lacking(here.keys(), there.keys()),
                        lacking(here.foreignKeys(), there.foreignKeys()))
                .flatMap(parts -> parts);
    }

    private static Stream<?> lacking(Collection<?> here, Collection<?> there) {
        return here.stream().filter(each -> !there.contains(each));
    }

    private static List<String> columns(Table table) {
        return table.columns().values().stream()
                .map(column -> "column " + column.name() + (column.isNullable() ? "" : " NOT NULL"))
                .toList();
    }
}
