package dev.onerow.quality.application;

import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.Backfills.Line;
import java.util.List;

/** The lines of a file that was uploaded with a backfill, as they are kept. */
final class UploadedLines implements FilePoints.Lines {
    private final Backfills backfills;
    private final BackfillId id;

    UploadedLines(Backfills backfills, BackfillId id) {
        this.backfills = backfills;
        this.id = id;
    }

    @Override
    public List<Line> after(long number, int atMost) {
        return backfills.lines(id, number, atMost);
    }

    @Override
    public long count() {
        return backfills.countLines(id);
    }

    @Override
    public void close() {
        // The lines stay until the job has ended.
    }
}
