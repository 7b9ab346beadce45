package dev.onerow.quality.web;

import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.PathIds;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ids as they come in: in paths and in bodies. */
@Factory
class PatternIds {
    static final String NAME = "pattern_id";

    @Singleton
    TypeConverter<String, PatternId> patternId() {
        return PathIds.of(
                text -> PatternId.parse(text).orElseThrow(IllegalArgumentException::new),
                text -> QualityProblems.invalidPatternId(QualityProblems.idFormOf(NAME)));
    }

    @Singleton
    TypeConverter<String, BackfillId> backfillId() {
        return PathIds.of(
                text -> BackfillId.parse(text).orElseThrow(IllegalArgumentException::new),
                text -> QualityProblems.invalidBackfillId());
    }

    /**
     * The id that a body names, if it does.
     *
     * @param raw what the body says
     * @param pointer where it says so
     * @throws dev.onerow.web.problem.ProblemException when it is no id
     */
    static Optional<PatternId> read(@Nullable Object raw, String pointer) {
        if (raw == null) {
            return Optional.empty();
        }
        Optional<PatternId> id = raw instanceof String text ? PatternId.parse(text) : Optional.empty();
        Problem refusal = QualityProblems.invalidPatternId(QualityProblems.idFormAt(pointer));
        return Optional.of(id.orElseThrow(refusal::asException));
    }

    /** The id in a body whose path names one too. */
    static void requireSame(Fields in, PatternId path) {
        in.value(NAME)
                .check(
                        raw -> read(raw, "/" + NAME).filter(path::equals).isPresent(),
                        "differs-from-path",
                        "The path says " + path + ".");
    }
}
