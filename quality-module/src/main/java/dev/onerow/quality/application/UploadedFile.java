package dev.onerow.quality.application;

import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.Backfills.Line;
import dev.onerow.quality.domain.Point;
import dev.onerow.quality.domain.PointSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of a file that was uploaded with a backfill. A place is the number of the last line that was read. */
final class UploadedFile implements PointSource {
    private static final int REPLAYED_AT_ONCE = 1_000;

    private final Backfills backfills;
    private final BackfillId id;

    UploadedFile(Backfills backfills, BackfillId id) {
        this.backfills = backfills;
        this.id = id;
    }

    @Override
    public Batch read(String collection, String place, int atMost) {
        List<Line> lines = backfills.lines(id, number(place), atMost);
        LinePoints points = new LinePoints(collection);
        return new Batch(
                lines.stream()
                        .map(line -> points.point(line.number(), line.text()))
                        .toList(),
                lines.size() < atMost ? Optional.empty() : Optional.of(last(lines)));
    }

    @Override
    public void replay(String collection, String until, Consumer<Point> points) {
        LinePoints made = new LinePoints(collection);
        long end = number(until);
        for (long place = 0; place < end; ) {
            List<Line> lines = backfills.lines(id, place, REPLAYED_AT_ONCE);
            lines.stream()
                    .filter(line -> line.number() <= end)
                    .map(line -> made.point(line.number(), line.text()))
                    .forEach(points);
            place = lines.isEmpty() ? end : lines.get(lines.size() - 1).number();
        }
    }

    @Override
    public long count(String collection) {
        return backfills.countLines(id);
    }

    @Override
    public void close() {
        // The lines stay until the job has ended.
    }

    private static long number(String place) {
        return place.isEmpty() ? 0 : Long.parseLong(place);
    }

    private static String last(List<Line> lines) {
        return Long.toString(lines.get(lines.size() - 1).number());
    }
}
