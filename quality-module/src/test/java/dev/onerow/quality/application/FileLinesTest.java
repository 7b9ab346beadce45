package dev.onerow.quality.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.quality.domain.Backfills.Line;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileLinesTest {
    private static final long ALL = Long.MAX_VALUE;

    @Test
    void cutsAtLineFeedsAndNumbersEveryLine() {
        assertThat(lines("a\n\n \t\r\nb\r\nc")).containsExactly(new Line(1, "a"), new Line(4, "b\r"), new Line(5, "c"));
        assertThat(lines("a\n")).containsExactly(new Line(1, "a"));
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
    }

    @Test
    void readsOnAcrossItsBuffer() {
        List<String> texts = IntStream.range(0, 300)
                .mapToObj(i -> "x".repeat(i * 7) + "\u00E9" + i)
                .toList();

        assertThat(lines(texts.stream().collect(Collectors.joining("\n"))))
                .extracting(Line::text)
                .isEqualTo(texts);
    }

    @Test
    void givesNoMoreThanIsAskedFor() {
        FileLines file = of("aaaa\nbbbb\ncccc\ndddd".getBytes(StandardCharsets.UTF_8));

        assertThat(file.next(1, ALL)).extracting(Line::text).containsExactly("aaaa");
        assertThat(file.next(9, 5)).extracting(Line::text).containsExactly("bbbb", "cccc");
        assertThat(file.count()).isEqualTo(1);
        assertThat(file.next(9, ALL)).isEmpty();
    }

    @Test
    void readsOnBehindBlankLinesHoweverManyBytesTheyHave() {
        FileLines file =
                of((" ".repeat(100) + "\n\t\n\na\n" + " ".repeat(100) + "\nb").getBytes(StandardCharsets.UTF_8));

        assertThat(file.next(9, 1)).containsExactly(new Line(4, "a"));
        assertThat(file.next(9, 1)).containsExactly(new Line(6, "b"));
        assertThat(file.next(9, 1)).isEmpty();
    }

    @Test
    void keepsNothingThatCannotBeKeptAsText() {
        assertThat(lines("x".repeat((1 << 20) + 1) + "\ny"))
                .containsExactly(new Line(1, "longer than 1048576 bytes"), new Line(2, "y"));
        assertThat(of(new byte[] {'a', (byte) 0xC3, '\n', 'b'}).next(9, ALL))
                .containsExactly(new Line(1, "not UTF-8"), new Line(2, "b"));
        assertThat(lines("a\0b\n\uFFFD")).containsExactly(new Line(1, "a\uFFFDb"), new Line(2, "\uFFFD"));
    }

    private static List<Line> lines(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8)).next(Integer.MAX_VALUE, ALL);
    }

    private static FileLines of(byte[] bytes) {
        return new FileLines(new ByteArrayInputStream(bytes));
    }
}
