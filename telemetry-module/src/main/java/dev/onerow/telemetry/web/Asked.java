package dev.onerow.telemetry.web;

import dev.onerow.telemetry.application.Windows;
import dev.onerow.telemetry.domain.Window;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time a statistic is asked for: so many days before an instant, or before now. */
record Asked(int days, @Nullable Instant until) {
    private static final int MOST_DAYS = 365;
    private static final int DEFAULT_DAYS = 7;

    static Asked read(Fields in) {
        return new Asked(
                in.integer("days").between(1, MOST_DAYS).orElse(DEFAULT_DAYS),
                in.instant("until").orNull());
    }

    Window window(Windows windows) {
        return windows.until(until, days);
    }

    /** Of the summary, which has no rows to limit. */
    @Singleton
    static final class Parameters implements Form<Asked> {
        @Override
        public Asked read(Fields in) {
            return Asked.read(in);
        }
    }

    /** Such a time, and how many rows at most. */
    record ForRows(Asked time, int limit) {
        static ForRows read(Fields in) {
            return new ForRows(Asked.read(in), Paging.limit(in));
        }

        Window window(Windows windows) {
            return time.window(windows);
        }
    }
}
