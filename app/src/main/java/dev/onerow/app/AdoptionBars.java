package dev.onerow.app;

import dev.onerow.persistence.adopting.AdoptionProgress;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how far an adoption is: one {@link Progress} for each table and step. */
final class AdoptionBars implements AdoptionProgress, AutoCloseable {
    private final PrintWriter out;
    private String task = "";
    private @Nullable Progress current;

    AdoptionBars(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void report(Step step, String table, long done, long all) {
        String now = step.name().charAt(0) + step.name().substring(1).toLowerCase(Locale.ROOT) + " " + table;
        Progress shown = current;
        if (shown == null || !now.equals(task)) {
            close();
            shown = Progress.of(now, out);
            task = now;
            current = shown;
        }
        shown.show(done, all);
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
