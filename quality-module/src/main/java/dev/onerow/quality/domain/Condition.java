package dev.onerow.quality.domain;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a request demands of the stored row for a write to happen.
 *
 * @param holds whether it holds for a row of this version; null: there is no row
 * @param isCorrection whether the writer has named the version that it replaces, and so corrects it deliberately
 */
public record Condition(Predicate<@Nullable Long> holds, boolean isCorrection) {
    private static final Condition NONE = new Condition(version -> true, false);

    /** No condition. */
    public static Condition none() {
        return NONE;
    }
}
