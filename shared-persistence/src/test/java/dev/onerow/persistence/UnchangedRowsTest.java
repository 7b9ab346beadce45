package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.readings.ReadingNote;
import dev.onerow.persistence.readings.ReadingState;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a row that says nothing new costs: nothing. */
@OnBothDatabases(postgres = {15, 18})
@WithTables("readings")
class UnchangedRowsTest {
    private final TestDatabase database;
    private final Stores stores;

    UnchangedRowsTest(TestDatabase database) {
        this.database = database;
        this.stores = database.bean(Stores.class);
    }

    @Test
    void areNeitherWrittenNorLockedNorGivenASequenceValue() {
        Store<ReadingState> states = stores.of(ReadingState.class);
        Store<ReadingNote> notes = stores.of(ReadingNote.class);
        List<ReadingState> rows = IntStream.range(0, 500)
                .mapToObj(i -> ReadingState.of("S" + i, 1, 1.0))
                .toList();
        List<ReadingNote> children = IntStream.range(0, 500)
                .mapToObj(i -> ReadingNote.of("S" + i, 1, "note"))
                .toList();
        states.upsertAll(rows);
        notes.upsertAll(children);
        List<String> before = physical();

        Receipt again = states.upsertAll(rows.stream(), 500).plus(notes.upsertAll(children.stream(), 500));

        assertThat(again).isEqualTo(new Receipt(1_000, 0, 0, 1_000, 0, 0, 0));
        assertThat(physical()).isEqualTo(before);
    }

    @Test
    void areStillWrittenWhenOneColumnOfThemIsNew() {
        Store<ReadingCount> counts = stores.of(ReadingCount.class);
        List<ReadingCount> rows = IntStream.range(0, 50)
                .mapToObj(i -> ReadingCount.of("S" + i, 7, 1))
                .toList();
        counts.upsertAll(rows);
        counts.upsertAll(rows.stream()
                .map(row -> row.counting(0))
                .map(row -> row.counting(1))
                .toList());

        List<Written<ReadingCount>> noted = counts.upsertAll(rows.stream()
                .map(row -> row.noted(row.station().equals("S7") ? "new" : null))
                .toList());

        assertThat(noted.get(7).row().note()).isEqualTo("new");
        assertThat(noted.get(7).row().count()).isEqualTo(3);
    }

    /** Where the rows lie and who touched them last; on SQLite, what was written at all. */
    private List<String> physical() {
        if (database.kind() == DatabaseKind.SQLITE) {
            return List.of(database.digestOfFiles());
        }
        String query =
                "SELECT station, CAST(ctid AS text) AS place, CAST(xmin AS text) AS writer, CAST(xmax AS text) AS locker,"
                        + " (SELECT last_value FROM pg_sequences WHERE sequencename = 'reading_notes_id_seq') AS sequence"
                        + " FROM reading_states ORDER BY station";
        return database.query(query).stream().map(Object::toString).toList();
    }
}
