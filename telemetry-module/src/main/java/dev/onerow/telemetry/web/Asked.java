package dev.onerow.telemetry.web;

import dev.onerow.telemetry.application.Windows;
import dev.onerow.telemetry.domain.Window;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;

/** What every statistic is asked for: a window, and how many rows at most. */
record Asked(Window window, int limit) {
    private static final int MOST_DAYS = 365;
    private static final int DEFAULT_DAYS = 7;

    static Asked of(Fields in, Windows windows) {
        return new Asked(window(in, windows), Paging.limit(in));
    }

    static Window window(Fields in, Windows windows) {
        int days = in.integer("days").between(1, MOST_DAYS).orElse(DEFAULT_DAYS);
        return windows.until(in.instant("until").orNull(), days);
    }
}
