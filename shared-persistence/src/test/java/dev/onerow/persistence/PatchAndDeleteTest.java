package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.readings.ReadingNote;
import dev.onerow.persistence.readings.ReadingState;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases(postgres = {15, 18})
@WithTables("readings")
class PatchAndDeleteTest {
    private final TestDatabase database;
    private final Store<ReadingCount> counts;
    private final Store<ReadingState> states;
    private final Store<ReadingNote> notes;

    PatchAndDeleteTest(TestDatabase database) {
        this.database = database;
        this.counts = database.bean(Stores.class).of(ReadingCount.class);
        this.states = database.bean(Stores.class).of(ReadingState.class);
        this.notes = database.bean(Stores.class).of(ReadingNote.class);
    }

    @BeforeEach
    void fill() {
        database.sql("DELETE FROM reading_notes");
        database.sql("DELETE FROM reading_states");
        database.sql("DELETE FROM reading_counts");
        counts.upsertAll(List.of(ReadingCount.of("A", 1, 5).noted("n"), ReadingCount.of("B", 1, 5)));
    }

    @Test
    void changesSomeColumnsAndMovesTheVersion() {
        Patched patched = counts.patch(Key.of("A", 1), Changes.of("note", null).add("count", -2));

        ReadingCount stored = counts.find(List.of(Key.of("A", 1))).get(0);
        assertThat(patched).isEqualTo(Patched.UPDATED);
        assertThat(stored).isNotNull();
        assertThat(stored.count()).isEqualTo(3);
        assertThat(stored.note()).isNull();
        assertThat(stored.version()).isEqualTo(2);
    }

    @Test
    void tellsWhyItDidNotChangeARow() {
        Changes same = Changes.of("note", "n");

        assertThat(counts.patch(Key.of("A", 1), same)).isEqualTo(Patched.UNCHANGED);
        assertThat(counts.patch(Key.of("Z", 1), same)).isEqualTo(Patched.MISSING);
        assertThat(counts.patch(Key.of("A", 1), same.expecting(9))).isEqualTo(Patched.VERSION_DIFFERS);
        assertThat(counts.patch(Key.of("A", 1), Changes.of("note", "m").expecting(1)))
                .isEqualTo(Patched.UPDATED);
    }

    @Test
    void patchesManyKeysAndAnswersInTheirOrder() {
        List<Patched> patched =
                counts.patchAll(List.of(Key.of("Z", 1), Key.of("A", 1), Key.of("B", 1)), Changes.of("note", "n"));

        assertThat(patched).containsExactly(Patched.MISSING, Patched.UNCHANGED, Patched.UPDATED);
    }

    @Test
    void refusesToPatchWhatIsNotTheCallersToChange() {
        assertThatThrownBy(() -> counts.patch(Key.of("A", 1), Changes.of("station", "B")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.patch(Key.of("A", 1), Changes.of("version", 7L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.patch(Key.of("A", 1), Changes.of("nothing", 7L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.patch(Key.of("A", 1), Changes.none()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.patch(Key.of("A"), Changes.of("note", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deletesOnlyTheVersionItExpects() {
        assertThat(counts.delete(Key.of("A", 1), 7L)).isEqualTo(Deleted.VERSION_DIFFERS);
        assertThat(counts.delete(Key.of("A", 1), 1L)).isEqualTo(Deleted.DELETED);
        assertThat(counts.delete(Key.of("A", 1), 1L)).isEqualTo(Deleted.MISSING);
        assertThat(counts.deleteAll(List.of(Key.of("A", 1), Key.of("B", 1), Key.of("B", 1))))
                .containsExactly(Deleted.MISSING, Deleted.DELETED, Deleted.MISSING);
    }

    @Test
    void retainsTheNamedChildrenOfTheNamedParents() {
        states.upsertAll(List.of(ReadingState.of("A", 1, null), ReadingState.of("B", 1, null)));
        notes.upsertAll(List.of(
                ReadingNote.of("A", 1, "stays"), ReadingNote.of("A", 2, "goes"), ReadingNote.of("B", 1, "not asked")));

        long deleted = notes.retain("station", List.of("A"), List.of(Key.of("A", 1), Key.of("A", 7)));

        assertThat(deleted).isEqualTo(1);
        assertThat(notes.find(List.of(Key.of("A", 1), Key.of("A", 2), Key.of("B", 1))))
                .extracting(note -> note == null ? null : note.note())
                .containsExactly("stays", null, "not asked");
    }

    @Test
    void plansWithoutWriting() {
        Plan<ReadingCount> plan = counts.plan(
                List.of(ReadingCount.of("A", 1, 1).noted("m"), ReadingCount.of("C", 1, 1), ReadingCount.of("B", 1, 0)));

        assertThat(plan.receipt()).isEqualTo(new Receipt(3, 1, 1, 1, 0, 0, 0));
        assertThat(plan.rows().get(0).changed()).containsExactly("count", "note");
        assertThat(plan.rows().get(0).written().row().count()).isEqualTo(6);
        assertThat(database.count("reading_counts")).isEqualTo(2);
    }
}
