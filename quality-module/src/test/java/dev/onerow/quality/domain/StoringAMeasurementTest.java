package dev.onerow.quality.domain;

import static dev.onerow.quality.Measurements.MONDAY;
import static dev.onerow.quality.Measurements.TUESDAY;
import static dev.onerow.quality.Measurements.WEDNESDAY;
import static dev.onerow.quality.Measurements.at;
import static dev.onerow.quality.Measurements.scored;
import static dev.onerow.quality.Measurements.stated;
import static dev.onerow.quality.Measurements.untimed;
import static dev.onerow.quality.Measurements.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StoringAMeasurementTest {
    private static final Condition SEEN = new Condition(version -> Objects.equals(version, 3L), true);

    private static final Condition ABSENT = new Condition(version -> version == null, false);
    private static final Condition PRESENT = new Condition(version -> version != null, false);

    @Test
    void writesTheFirst() {
        assertThat(Storing.of(null, stated(at(MONDAY, 0.5)), Condition.none(), MONDAY))
                .isEqualTo(Storing.WRITE);
    }

    @Test
    void writesANewerOneEvenIfItSaysTheSame() {
        assertThat(decide(at(MONDAY, 0.5), stated(at(TUESDAY, 0.5)))).isEqualTo(Storing.WRITE);
    }

    @Test
    void defect3KeepsANewerMeasurementWhateverArrivesLater() {
        assertThat(decide(at(TUESDAY, 0.5), stated(at(MONDAY, 0.9)))).isEqualTo(Storing.STALE);
    }

    @Test
    void changesNothingWhenEverythingIsEqual() {
        assertThat(decide(at(MONDAY, 0.5), stated(at(MONDAY, 0.5)))).isEqualTo(Storing.UNCHANGED);
    }

    @Test
    void comparesNoTimeThatWasNotGiven() {
        assertThat(decide(at(MONDAY, 0.5), untimed(at(TUESDAY, 0.5)))).isEqualTo(Storing.UNCHANGED);
        assertThat(decide(at(MONDAY, 0.5), untimed(at(TUESDAY, 0.6)))).isEqualTo(Storing.WRITE);
    }

    @Test
    void comparesNoSourceThatCannotBeGiven() {
        assertThat(decide(with(MONDAY, 0.5, "1.0.0", "aa"), stated(at(MONDAY, 0.5))))
                .isEqualTo(Storing.UNCHANGED);
        assertThat(decide(at(MONDAY, 0.5), scored(with(TUESDAY, 0.5, "1.0.0", "aa"))))
                .isEqualTo(Storing.WRITE);
    }

    @Test
    void changesNothingWhenTheSameInputIsScoredAgain() {
        var stored = with(MONDAY, 0.5, "1.0.0", "aa");

        assertThat(decide(stored, scored(with(TUESDAY, 0.5, "1.0.0", "aa")))).isEqualTo(Storing.UNCHANGED);
        assertThat(decide(stored, scored(with(TUESDAY, 0.6, "1.0.1", "aa")))).isEqualTo(Storing.WRITE);
        assertThat(decide(stored, scored(with(TUESDAY, 0.5, "1.0.0", "bb")))).isEqualTo(Storing.WRITE);
    }

    @Test
    void letsTheGreaterContentStayAtOneTime() {
        assertThat(decide(at(MONDAY, 0.5), stated(at(MONDAY, 0.6)))).isEqualTo(Storing.WRITE);
        assertThat(decide(at(MONDAY, 0.6), stated(at(MONDAY, 0.5)))).isEqualTo(Storing.STALE);
        assertThat(decide(with(MONDAY, 0.9, "1.9.0", null), stated(with(MONDAY, 0.1, "1.10.0", null))))
                .isEqualTo(Storing.WRITE);
    }

    @Test
    void cutsTimesToMicroseconds() {
        Instant finer = MONDAY.plusNanos(999);

        assertThat(decide(at(MONDAY, 0.5), stated(at(finer, 0.5)))).isEqualTo(Storing.UNCHANGED);
    }

    @Test
    void letsACorrectionWinTheTie() {
        var stored = new Standing(at(MONDAY, 0.6), 3);

        assertThat(Storing.of(stored, stated(at(MONDAY, 0.5)), SEEN, WEDNESDAY)).isEqualTo(Storing.WRITE);
        assertThat(Storing.inHistory(at(MONDAY, 0.6), at(MONDAY, 0.5), true)).isEqualTo(Storing.WRITE);
    }

    @Test
    void defect15LetsACorrectionReplaceATimeInTheFuture() {
        var stored = new Standing(at(WEDNESDAY, 0.6), 3);

        assertThat(Storing.of(stored, stated(at(MONDAY, 0.5)), SEEN, TUESDAY)).isEqualTo(Storing.WRITE);
        assertThat(Storing.of(stored, stated(at(MONDAY, 0.5)), SEEN, WEDNESDAY)).isEqualTo(Storing.STALE);
        assertThat(Storing.of(stored, stated(at(MONDAY, 0.5)), Condition.none(), TUESDAY))
                .isEqualTo(Storing.STALE);
    }

    @Test
    void holdsRequestsToTheirConditions() {
        var stored = new Standing(at(MONDAY, 0.6), 4);
        var same = stated(at(MONDAY, 0.6));

        assertThat(Storing.of(stored, same, SEEN, MONDAY)).isEqualTo(Storing.CONDITION_FAILED);
        assertThat(Storing.of(null, same, SEEN, MONDAY)).isEqualTo(Storing.CONDITION_FAILED);
        assertThat(Storing.of(stored, same, ABSENT, MONDAY)).isEqualTo(Storing.CONDITION_FAILED);
        assertThat(Storing.of(null, same, ABSENT, MONDAY)).isEqualTo(Storing.WRITE);
        assertThat(Storing.of(null, same, PRESENT, MONDAY)).isEqualTo(Storing.CONDITION_FAILED);
        assertThat(Storing.of(stored, same, PRESENT, MONDAY)).isEqualTo(Storing.UNCHANGED);
    }

    @Test
    void comparesTheColumnsOfTheHistoryInTheHistory() {
        assertThat(Storing.inHistory(null, at(MONDAY, 0.5), false)).isEqualTo(Storing.WRITE);
        assertThat(Storing.inHistory(at(MONDAY, 0.5), at(MONDAY, 0.5), false)).isEqualTo(Storing.UNCHANGED);
        assertThat(Storing.inHistory(at(MONDAY, 0.5), at(MONDAY, 0.6), false)).isEqualTo(Storing.WRITE);
        assertThat(Storing.inHistory(at(MONDAY, 0.5), at(MONDAY, 0.4), false)).isEqualTo(Storing.STALE);
    }

    @Test
    void trap10RefusesNumbersThatAreNoShares() {
        assertThatThrownBy(() -> at(MONDAY, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at(MONDAY, 1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(at(MONDAY, -0.0)).isEqualTo(at(MONDAY, 0.0));
    }

    private static Storing decide(Measurement stored, Incoming incoming) {
        return Storing.of(new Standing(stored, 3), incoming, Condition.none(), WEDNESDAY);
    }
}
