package dev.onerow.quality.application;

import dev.onerow.quality.domain.Backfills.Line;
import dev.onerow.quality.domain.Point;
import dev.onerow.quality.domain.PointSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Points of a file of lines, wherever it is kept. A place is the number of the last line that was read. */
final class FilePoints implements PointSource {
    private static final int REPLAYED_AT_ONCE = 100;

    private final Lines lines;

    FilePoints(Lines lines) {
        this.lines = lines;
    }

    /** The lines of a file. */
    interface Lines extends AutoCloseable {

        /**
         * Lines behind this one, in order; none at the end of the file only.
         *
         * @throws SourceFailure when they cannot be read
         */
        List<Line> after(long number, int atMost);

        /**
         * How many there are now.
         *
         * @throws SourceFailure when they cannot be counted
         */
        long count();

        @Override
        void close();
    }

    @Override
    public Batch read(String collection, String place, int atMost) {
        List<Line> some = lines.after(number(place), atMost);
        LinePoints points = new LinePoints(collection);
        return new Batch(
                some.stream()
                        .map(line -> points.point(line.number(), line.text()))
                        .toList(),
                some.isEmpty() ? Optional.empty() : Optional.of(Long.toString(last(some))));
    }

    @Override
    public void replay(String collection, String until, Consumer<Point> points) {
        LinePoints made = new LinePoints(collection);
        long end = number(until);
        for (long place = 0; place < end; ) {
            List<Line> some = lines.after(place, REPLAYED_AT_ONCE);
            some.stream()
                    .filter(line -> line.number() <= end)
                    .map(line -> made.point(line.number(), line.text()))
                    .forEach(points);
            place = some.isEmpty() ? end : last(some);
        }
    }

    @Override
    public long count(String collection) {
        return lines.count();
    }

    @Override
    public void close() {
        lines.close();
    }

    private static long number(String place) {
        return place.isEmpty() ? 0 : Long.parseLong(place);
    }

    private static long last(List<Line> some) {
        return some.get(some.size() - 1).number();
    }
}
