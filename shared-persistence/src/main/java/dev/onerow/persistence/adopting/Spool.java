package dev.onerow.persistence.adopting;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.adopting.AdoptionRun.Mate;
import dev.onerow.persistence.database.UncheckedSqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an older database aside in a temporary file, from which they come in the order of the keys that they will
 * have: an order that the old database does not know, and that does not fit into memory. Gone when closed.
 */
final class Spool implements AutoCloseable {
    /** A longer id does not fit into the index over what is kept. */
    static final int LONGEST_SOURCE_KEY = 200;

    private static final int ROWS_IN_A_TRANSACTION = 10_000;
    private static final String ROW = "INSERT INTO spool (name, cluster, key, rank, mates, mate_rank, old_id,"
            + " source_key, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SINGLE_IDS = """
            UPDATE spool SET source_key = old_id
            WHERE source_key <> old_id AND length(old_id) BETWEEN 1 AND %d AND rowid IN (
                SELECT min(s.rowid) FROM spool s WHERE s.old_id IS NOT NULL
                GROUP BY s.name, s.old_id HAVING count(*) = 1)
            """.formatted(LONGEST_SOURCE_KEY);
    private static final String SORTED = """
            SELECT s.source_key, s.row, s.cluster, l.seq IS NULL, coalesce(n.number, 0)
            FROM spool s LEFT JOIN lost l ON l.seq = s.rowid LEFT JOIN numbered n ON n.seq = s.rowid
            WHERE s.name = ? ORDER BY s.cluster, s.rank DESC, s.source_key, s.rowid
            """;
    private static final String LOST = """
            CREATE TABLE lost AS
            SELECT k.seq FROM (
                SELECT s.rowid AS seq, row_number() OVER (
                    PARTITION BY s.name, s.key ORDER BY s.rank DESC, s.source_key, s.rowid) AS place
                FROM spool s WHERE s.cluster <> '') k
            WHERE k.place > 1
            """;
    private static final String NUMBERED = """
            CREATE TABLE numbered AS
            SELECT s.rowid AS seq, s.name, s.mates, s.old_id,
                row_number() OVER (PARTITION BY s.name, s.mates ORDER BY s.mate_rank, s.old_id, s.source_key) AS number
            FROM spool s WHERE s.mates IS NOT NULL AND s.rowid NOT IN (SELECT l.seq FROM lost l)
            """;
    private static final String MATES = """
            SELECT mates, count(*) FROM numbered
            WHERE name = ? AND mates IN (SELECT value FROM json_each(?)) GROUP BY mates
            """;
    private static final String MATES_OF = """
            SELECT mates, number, old_id FROM numbered
            WHERE name = ? AND mates IN (SELECT value FROM json_each(?)) AND old_id IS NOT NULL
            """;
    private static final String SURVIVORS = """
            SELECT asked.old_id, (
                SELECT best.row FROM spool best
                WHERE best.name = asked.name AND best.cluster = asked.cluster
                ORDER BY best.rank DESC, best.source_key LIMIT 1)
            FROM spool asked
            WHERE asked.name = ? AND asked.cluster <> '' AND asked.old_id IN (SELECT value FROM json_each(?))
            """;
    private static final String CLUSTERS = """
            SELECT row FROM spool
            WHERE name = ? AND cluster <> '' AND cluster IN (SELECT value FROM json_each(?))
            ORDER BY cluster, rank DESC, source_key
            """;

    private final Path file;
    private final Connection connection;
    private final PreparedStatement insert;
    private long rows;

    /**
     * A row on its way.
     *
     * @param sourceKey the old id where no other row of its table has it, else the hash of the row
     */
    record Spooled(String sourceKey, OldRow row) {}

    Spool() {
        try {
            file = Files.createTempFile("onerow-adopt-", ".db");
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = OFF");
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute(
                        "CREATE TABLE spool (name TEXT NOT NULL, cluster TEXT NOT NULL, key TEXT NOT NULL,"
                                + " rank TEXT NOT NULL, mates TEXT, mate_rank TEXT NOT NULL, old_id TEXT, source_key TEXT NOT NULL, row TEXT NOT NULL) STRICT");
            }
            connection.setAutoCommit(false);
            insert = connection.prepareStatement(ROW);
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("No temporary file can be made", failure);
        }
    }

    /**
     * Takes a row.
     *
     * @param sourceKey the hash of the row where its table does not say that ids are single; once all rows are there, an
     *     id that is single takes its place
     */
    void add(String table, Reading.Kept<?> kept, @Nullable String oldId, String sourceKey, Json row) {
        add(
                table,
                kept.cluster(),
                kept.key(),
                kept.rank(),
                kept.mates(),
                kept.mateRank(),
                oldId,
                sourceKey,
                row.text());
    }

    /** Takes a row that cannot be taken over: it has the empty cluster. */
    void addRefused(String table, @Nullable String oldId, String sourceKey, Json row) {
        add(table, "", "", "", null, "", oldId, sourceKey, row.text());
    }

    private void add(@Nullable String... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.executeUpdate();
            if (++rows % ROWS_IN_A_TRANSACTION == 0) {
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    /** Sorts what it has. To be called between the last {@link #add} and the first reading. */
    void sort() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX spool_ids ON spool (name, old_id)");
            statement.execute(SINGLE_IDS);
            statement.execute("CREATE INDEX spool_sorted ON spool (name, cluster, rank DESC, source_key)");
            statement.execute(LOST);
            statement.execute("CREATE UNIQUE INDEX lost_rows ON lost (seq)");
            statement.execute(NUMBERED);
            statement.execute("CREATE UNIQUE INDEX numbered_rows ON numbered (seq)");
            statement.execute("CREATE INDEX numbered_mates ON numbered (name, mates, number)");
            connection.commit();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    /** The rows of a table: the refused ones first, then cluster by cluster, in each the highest rank first. */
    void forEach(String table, Consumer<Spooled> each) {
        try (PreparedStatement select = connection.prepareStatement(SORTED)) {
            select.setString(1, table);
            try (ResultSet found = select.executeQuery()) {
                String cluster = "";
                int places = 0;
                while (found.next()) {
                    places = found.getString(3).equals(cluster) ? places : 0;
                    cluster = found.getString(3);
                    boolean stays = !cluster.isEmpty() && found.getBoolean(4);
                    places += stays ? 1 : 0;
                    OldRow row = OldRow.of(found.getString(2)).at(stays ? places : 0, found.getInt(5));
                    each.accept(new Spooled(found.getString(1), row));
                }
            }
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    /** The rows of a table that are the first of their keys. */
    void forEachFirst(String table, Consumer<OldRow> each) {
        forEach(table, spooled -> {
            if (spooled.row().place() > 0) {
                each.accept(spooled.row());
            }
        });
    }

    Map<String, Long> mates(String table, Collection<String> mates) {
        Map<String, Long> counts = new HashMap<>();
        select(MATES, table, mates, found -> counts.put(found.getString(1), found.getLong(2)));
        return counts;
    }

    Map<Mate, String> matesOf(String table, Collection<Mate> mates) {
        Set<Mate> asked = Set.copyOf(mates);
        Map<Mate, String> ids = new HashMap<>();
        select(MATES_OF, table, asked.stream().map(Mate::mates).collect(Collectors.toSet()), found -> {
            Mate mate = new Mate(found.getString(1), found.getInt(2));
            if (asked.contains(mate)) {
                ids.put(mate, found.getString(3));
            }
        });
        return ids;
    }

    Map<String, OldRow> survivors(String table, Collection<String> oldIds) {
        Map<String, OldRow> survivors = new HashMap<>();
        select(SURVIVORS, table, oldIds, found -> survivors.put(found.getString(1), OldRow.of(found.getString(2))));
        return survivors;
    }

    List<OldRow> clusters(String table, Collection<String> clusters) {
        List<OldRow> all = new ArrayList<>();
        select(CLUSTERS, table, clusters, found -> all.add(OldRow.of(found.getString(1))));
        return all;
    }

    /** Takes one row of a result. */
    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    private void select(String query, String table, Collection<String> texts, Taking taking) {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, table);
            select.setString(2, Json.of(texts).text());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    taking.take(found);
                }
            }
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    @Override
    public void close() {
        try (connection;
                insert) {
            connection.rollback();
        } catch (SQLException gone) {
            // It is a temporary file.
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }
}
