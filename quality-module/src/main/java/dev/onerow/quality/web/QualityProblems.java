package dev.onerow.quality.web;

import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.Flaw;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.Problems;
import io.micronaut.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All problems of its own that quality answers. */
final class QualityProblems {
    private static final String ID_FORM = "A pattern id is a UUID: 8-4-4-4-12 hexadecimal digits.";

    private QualityProblems() {}

    static Problem invalidPatternId() {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-pattern-id", "Invalid pattern id")
                .detail(ID_FORM);
    }

    static Problem invalidPatternId(FieldError where) {
        return invalidPatternId().error(where);
    }

    static FieldError idFormAt(String pointer) {
        return FieldError.at(pointer, "invalid-form", ID_FORM);
    }

    static FieldError idFormOf(String parameter) {
        return FieldError.parameter(parameter, "invalid-form", ID_FORM);
    }

    static Problem unknownPatternScore(PatternId id) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-pattern-score", "Unknown pattern score")
                .detail("Pattern " + id + " has no score.")
                .with("pattern_id", id.toString());
    }

    static Problem invalidBackfillId() {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-backfill-id", "Invalid backfill id")
                .detail("A backfill id is a UUID: 8-4-4-4-12 hexadecimal digits.")
                .error(FieldError.parameter("id", "invalid-form", "A UUID."));
    }

    static Problem unknownBackfill(BackfillId id) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-backfill", "Unknown backfill")
                .detail("No backfill " + id + " is queued, running or known.")
                .with("id", id.toString());
    }

    static Problem backfillFinished(BackfillId id) {
        return Problem.of(HttpStatus.CONFLICT, "backfill-finished", "Backfill finished")
                .detail("Backfill " + id + " has ended by itself; there is nothing to cancel.")
                .with("id", id.toString());
    }

    /** What cannot be scored, or is no measurement. */
    static Problem flawed(List<Flaw> flaws, String prefix) {
        return Problems.invalidBody(flaws.stream()
                .map(flaw -> FieldError.at(prefix + flaw.pointer(), flaw.code(), flaw.detail()))
                .toList());
    }

    static Problem notStorable(@Nullable String refusal) {
        return Problems.invalidBody("", "not-storable", "The database refuses it: " + refusal + ".");
    }
}
