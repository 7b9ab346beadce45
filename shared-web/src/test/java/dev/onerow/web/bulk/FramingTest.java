package dev.onerow.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.onerow.web.request.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("laws")
class FramingTest {
    private static final int LARGEST_READ = 9;

    @Test
    void linesComeOutAsTheyWentInHoweverTheyArrive() {
        qt().forAll(
                        lists().of(strings().betweenCodePoints(0x20, 0x2FF).ofLengthBetween(0, 30))
                                .ofSizeBetween(0, 12),
                        integers().between(1, LARGEST_READ),
                        integers().between(0, 3))
                .checkAssert((texts, readSize, ending) -> {
                    String newline = ending < 2 ? "\n" : "\r\n";
                    String body = String.join(newline, texts) + (ending % 2 == 0 ? newline : "");

                    List<String> read = linesOf(new NdjsonLines(trickling(body, readSize)));

                    List<String> expected = new ArrayList<>();
                    for (int i = 0; i < texts.size(); i++) {
                        if (!isBlank(texts.get(i))) {
                            expected.add(i + 1 + ":" + texts.get(i));
                        }
                    }
                    assertThat(read).isEqualTo(expected);
                });
    }

    @Test
    void elementsComeOutAsTheyWentInHoweverTheyArrive() {
        qt().forAll(
                        lists().of(strings().betweenCodePoints(0x20, 0x2FF).ofLengthBetween(0, 20))
                                .ofSizeBetween(0, 8),
                        integers().between(1, LARGEST_READ),
                        integers().between(0, 2))
                .checkAssert((texts, readSize, shape) -> {
                    List<Object> values = new ArrayList<>();
                    texts.forEach(text -> values.add(valueOf(text, shape)));
                    String body =
                            values.stream().map(StrictJson::write).collect(Collectors.joining(" ,\n", " [ ", " ]\n"));

                    List<String> read = elementsOf(body, readSize);

                    assertThat(read).hasSameSizeAs(values);
                    for (int i = 0; i < values.size(); i++) {
                        byte[] element = read.get(i)
                                .substring(read.get(i).indexOf(':') + 1)
                                .getBytes(StandardCharsets.UTF_8);
                        assertThat(StrictJson.parse(element)).isEqualTo(values.get(i));
                    }
                });
    }

    @Test
    void bytesLeaveASpoolAsTheyEnteredIt() {
        qt().forAll(lists().of(integers().between(-300_000, 300_000)).ofSizeBetween(1, 40))
                .checkAssert(steps -> {
                    try (InputStream source = spoolAfter(steps)) {
                        assertThat(source.read()).isEqualTo(-1);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Writes for each positive step, reads for each negative one what is there, and in the end all of it. */
    private static InputStream spoolAfter(List<Integer> steps) throws IOException {
        Spool spool = Spool.overflowing();
        var sink = spool.sink();
        InputStream source = spool.source();
        long written = 0;
        long read = 0;
        for (int step : steps) {
            if (step >= 0) {
                byte[] bytes = new byte[step];
                for (int i = 0; i < step; i++) {
                    bytes[i] = byteAt(written + i);
                }
                sink.write(bytes);
                written += step;
            } else {
                read += checked(source, read, (int) Math.min(-step, written - read));
            }
        }
        sink.close();
        checked(source, read, (int) (written - read));
        return source;
    }

    private static int checked(InputStream source, long from, int count) throws IOException {
        byte[] bytes = source.readNBytes(count);
        assertThat(bytes).hasSize(count);
        for (int i = 0; i < count; i++) {
            if (bytes[i] != byteAt(from + i)) {
                throw new AssertionError("Another byte at " + (from + i));
            }
        }
        return count;
    }

    /** Of a period that no buffer size has. */
    private static byte byteAt(long position) {
        return (byte) (position % 251);
    }

    private static Object valueOf(String text, int shape) {
        return switch (shape) {
            case 0 -> text;
            case 1 -> List.of(text, List.of(), "]");
            default -> Map.of(text, Map.of("}", List.of(text)));
        };
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(Line::isWhiteSpace);
    }

    private static List<String> elementsOf(String body, int readSize) {
        try {
            ArrayLines lines = new ArrayLines(trickling(body, readSize));
            lines.open();
            return linesOf(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(LineSource source) {
        List<String> lines = new ArrayList<>();
        Line line = new Line();
        try {
            while (source.next(line)) {
                String text = new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
                lines.add(line.number() + ":" + (text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** A stream that gives a few bytes at a time, as a network does at its worst. */
    private static InputStream trickling(String text, int readSize) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, readSize));
            }
        };
    }
}
