package dev.onerow.quality.application;

import dev.onerow.quality.domain.Backfills.Line;
import dev.onerow.quality.domain.PointSource.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file of this machine, read in one go as long as they are asked for in order. Not thread-safe. */
final class LocalLines implements FilePoints.Lines {
    private static final long BYTES_AT_ONCE = 8L << 20;

    private final Path path;
    private @Nullable InputStream file;
    private @Nullable FileLines lines;
    private long reached;

    LocalLines(Path path) {
        this.path = path;
    }

    @Override
    public List<Line> after(long number, int atMost) {
        try {
            FileLines open = openBehind(number);
            List<Line> some = open.next(atMost, BYTES_AT_ONCE);
            reached = some.isEmpty() ? reached : some.get(some.size() - 1).number();
            return some;
        } catch (IOException | UncheckedIOException failure) {
            throw new SourceFailure("The file cannot be read", failure);
        }
    }

    @Override
    public long count() {
        try (InputStream counted = Files.newInputStream(path)) {
            return new FileLines(counted).count();
        } catch (IOException | UncheckedIOException failure) {
            throw new SourceFailure("The file cannot be read", failure);
        }
    }

    private FileLines openBehind(long number) throws IOException {
        if (lines != null && reached == number) {
            return lines;
        }
        close();
        file = Files.newInputStream(path);
        FileLines opened = new FileLines(file);
        lines = opened;
        for (reached = 0; reached < number; ) {
            List<Line> skipped = opened.next(1, BYTES_AT_ONCE);
            reached = skipped.isEmpty() ? number : skipped.get(0).number();
        }
        return opened;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failure) {
            throw new SourceFailure("The file cannot be closed", failure);
        }
    }
}
