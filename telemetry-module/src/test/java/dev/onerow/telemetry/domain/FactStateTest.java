package dev.onerow.telemetry.domain;

import static dev.onerow.telemetry.domain.FactState.Verdict.OLDER;
import static dev.onerow.telemetry.domain.FactState.Verdict.SAME;
import static dev.onerow.telemetry.domain.FactState.Verdict.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import org.junit.jupiter.api.Test;

class FactStateTest {
    private static final FactState STORED = new FactState("a", 3);

    @Test
    void staysWhenTheSameComesAgain() {
        assertThat(STORED.onIncoming(new FactState("a", 3))).isEqualTo(SAME);
    }

    @Test
    void staysWhenAnOlderRevisionComesLate() {
        assertThat(STORED.onIncoming(new FactState("b", 2))).isEqualTo(OLDER);
    }

    @Test
    void yieldsToANewerRevisionAndToALaterReportOfTheSameRevision() {
        assertThat(STORED.onIncoming(new FactState("b", 4))).isEqualTo(WRITE);
        assertThat(STORED.onIncoming(new FactState("b", 3))).isEqualTo(WRITE);
    }

    @Test
    void endsInTheHighestRevisionInWhateverOrderTheyArrive() {
        qt().forAll(lists().of(integers().between(0, 9)).ofSizeBetween(1, 12)).checkAssert(revisions -> {
            FactState stored = stateOf(revisions.get(0));
            for (int revision : revisions) {
                FactState incoming = stateOf(revision);
                stored = stored.onIncoming(incoming) == WRITE ? incoming : stored;
            }

            assertThat(stored.revision())
                    .isEqualTo(
                            revisions.stream().mapToInt(Integer::intValue).max().orElseThrow());
        });
    }

    private static FactState stateOf(int revision) {
        return new FactState("content of " + revision, revision);
    }
}
