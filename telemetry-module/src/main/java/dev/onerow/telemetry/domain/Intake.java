package dev.onerow.telemetry.domain;

import java.util.List;
import java.util.function.Function;

/** What became of a report: the extraction it tells of, or all that is wrong with it. */
public sealed interface Intake {
    record Accepted(Extraction extraction) implements Intake {}

    record Refused(List<Flaw> flaws) implements Intake {}

    /** Answers both cases. */
    default <T> T either(Function<Extraction, T> whenAccepted, Function<List<Flaw>, T> whenRefused) {
        if (this instanceof Accepted accepted) {
            return whenAccepted.apply(accepted.extraction());
        }
        return whenRefused.apply(((Refused) this).flaws());
    }
}
