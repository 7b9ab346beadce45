package dev.onerow.persistence.database;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.UnusableDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema up to date, beside whatever other tables the database holds. Each migration is applied as a whole
 * or not at all, on both databases. Public for the test fixture alone.
 */
public final class Migrations {
    static final String SCHEMA = "onerow";
    private static final String HISTORY = "onerow_schema_history";

    private static final String MAY_READ = """
            SELECT has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ?
            """;

    private final DatabaseKind kind;
    private final String folder;

    /** The migrations of Onerow itself. */
    public Migrations(DatabaseKind kind) {
        this(kind, "db/migration");
    }

    /** Migrations from another folder of the class path, which has one folder per database. */
    Migrations(DatabaseKind kind, String folder) {
        this.kind = kind;
        this.folder = folder + "/" + kind.vendor();
    }

    /**
     * Applies what is missing.
     *
     * @throws UnusableDatabase when a foreign table has one of our names; nothing was changed then
     * @throws FlywayException when a migration fails; the ones before it stay applied, it leaves no trace
     */
    public void run(DataSource source) {
        Flyway flyway = flyway(source);
        int applied = -1;
        while (true) {
            List<String> foreign = new ForeignTables(kind, folder, source).among(flyway::info);
            if (!foreign.isEmpty()) {
                throw new UnusableDatabase(inTheWay(foreign));
            }
            try {
                flyway.migrate();
                return;
            } catch (FlywayException failure) {
                // SQLite has no lock for Flyway to take: of two processes that start at once one fails, and then finds
                // that the other has got further.
                int reached = flyway.info().applied().length;
                if (kind == DatabaseKind.POSTGRESQL || reached == applied) {
                    throw failure;
                }
                applied = reached;
            }
        }
    }

    /**
     * The scripts that are not applied yet, in order; none where this role may not read which are.
     *
     * @throws FlywayException when the database does not answer
     */
    List<String> pending(DataSource source) {
        return mayReadHistory(source)
                ? Arrays.stream(flyway(source).info().pending())
                        .map(MigrationInfo::getScript)
                        .toList()
                : List.of();
    }

    /** The applied scripts by the names of what they have created; none where this role may not read which are. */
    Map<String, String> makers(DataSource source) {
        return mayReadHistory(source)
                ? new ForeignTables(kind, folder, source).makers(flyway(source).info())
                : Map.of();
    }

    /** A history that is not there counts as readable. */
    private boolean mayReadHistory(DataSource source) {
        if (kind == DatabaseKind.SQLITE) {
            return true;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(MAY_READ)) {
            statement.setString(1, SCHEMA);
            statement.setString(2, HISTORY);
            try (ResultSet row = statement.executeQuery()) {
                return !row.next() || row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new FlywayException("Cannot look for the history of the schema", failure);
        }
    }

    private Flyway flyway(DataSource source) {
        var configuration = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:" + folder)
                .table(HISTORY)
                .baselineOnMigrate(true) // Other people's tables may be there before ours.
                .baselineVersion("0")
                .outOfOrder(true) // Each context has numbers of its own, so that a later one may be lower.
                .placeholderReplacement(false);
        return switch (kind) {
            case SQLITE -> configuration.load();
            case POSTGRESQL ->
                configuration
                        .schemas(SCHEMA)
                        .callbacks(new WithoutSocketTimeout())
                        // The default lock is a transaction that CREATE INDEX CONCURRENTLY would wait for, for ever.
                        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                        .load();
        };
    }

    private String inTheWay(List<String> names) {
        String list = String.join(", ", names);
        String first = names.get(0);
        return switch (kind) {
            case SQLITE ->
                "This SQLite file has tables of other origin whose names Onerow needs: " + list
                        + ". Nothing was changed. To take their rows over, name another file in ONEROW_DATABASE_URL and run"
                        + " ./onerow adopt --from with the URL of this one. To keep both, rename them (ALTER TABLE "
                        + first + " RENAME TO …).";
            case POSTGRESQL ->
                "Schema " + SCHEMA + " of this database has tables of other origin whose names Onerow needs: " + list
                        + ". Nothing was changed. Move them to another schema (ALTER TABLE " + SCHEMA + "." + first
                        + " SET SCHEMA …), then take their rows over with ./onerow adopt --from and the URL of this"
                        + " database; or name another database in ONEROW_DATABASE_URL.";
        };
    }
}
