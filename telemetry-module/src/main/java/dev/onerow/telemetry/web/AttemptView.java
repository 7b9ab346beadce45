package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Attempt;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a method.
 *
 * @param fields null when not known
 */
@Serdeable
record AttemptView(
        int position,
        String method,
        int attemptNo,
        @Nullable Double durationMs,
        @Nullable Boolean success,
        @Nullable String error,
        @Nullable FlagsView fields) {
    static List<AttemptView> of(List<Attempt> inOrder) {
        List<AttemptView> views = new ArrayList<>(inOrder.size());
        for (Attempt attempt : inOrder) {
            views.add(new AttemptView(
                    views.size() + 1,
                    attempt.method(),
                    attempt.attemptNo(),
                    attempt.durationMs(),
                    attempt.success(),
                    attempt.error(),
                    FlagsView.ofKnown(attempt.fields())));
        }
        return views;
    }
}
