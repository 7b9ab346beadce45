package dev.onerow.persistence.database;

import dev.onerow.persistence.DatabaseKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Finds tables of other people that bear a name which one of our migrations is about to use. Changes nothing. */
final class ForeignTables {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CREATED = Pattern.compile(
            "\\bCREATE\\s+(?:UNIQUE\\s+)?(?:TABLE|VIEW|INDEX)\\s+(?:CONCURRENTLY\\s+)?(?:IF\\s+NOT\\s+EXISTS\\s+)?\"?(\\w+)",
            Pattern.CASE_INSENSITIVE);

    private final DatabaseKind kind;
    private final String folder;
    private final DataSource source;

    ForeignTables(DatabaseKind kind, String folder, DataSource source) {
        this.kind = kind;
        this.folder = folder;
        this.source = source;
    }

    /**
     * Names that pending migrations create, that no applied one has created, and that are taken; in order. Looks at the
     * tables before the migrations: what another process creates meanwhile has its migration among the applied ones.
     */
    List<String> among(Supplier<MigrationInfoService> state) {
        List<String> existing = existing();
        MigrationInfoService migrations = state.get();
        Set<String> names = new TreeSet<>(created(migrations.pending()));
        names.removeAll(created(migrations.applied()));
        names.retainAll(existing);
        return List.copyOf(names);
    }

    private Set<String> created(MigrationInfo... migrations) {
        Set<String> names = new HashSet<>();
        for (MigrationInfo migration : migrations) {
            Matcher matcher =
                    CREATED.matcher(COMMENT.matcher(text(migration.getScript())).replaceAll(" "));
            while (matcher.find()) {
                names.add(matcher.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** The scripts of the applied migrations by the names that they have created. */
    Map<String, String> makers(MigrationInfoService state) {
        Map<String, String> makers = new HashMap<>();
        for (MigrationInfo migration : state.applied()) {
            created(migration).forEach(name -> makers.put(name, migration.getScript()));
        }
        return makers;
    }

    private String text(String script) {
        try (InputStream file = ForeignTables.class.getClassLoader().getResourceAsStream(folder + "/" + script)) {
            // The history also holds entries without a file, such as the baseline.
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> existing() {
        String query = switch (kind) {
            case SQLITE -> "SELECT name FROM sqlite_master";
            case POSTGRESQL -> """
                        SELECT c.relname
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = '%s'
                        """.formatted(Migrations.SCHEMA);
        };
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (SQLException failure) {
            throw new FlywayException("Cannot list the tables of the database", failure);
        }
    }
}
