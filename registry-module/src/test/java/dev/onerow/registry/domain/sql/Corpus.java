package dev.onerow.registry.domain.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Texts kept in resources: {@code === title | expectation}, then the text; {@code {CR}} and the like stand for characters. */
record Corpus(String title, String expectation, String sql) {

    static List<Corpus> read(String resource) {
        try (var stream = Objects.requireNonNull(Corpus.class.getResourceAsStream("/sql-safety/" + resource))) {
            var text = new String(stream.readAllBytes(), UTF_8);
            return Arrays.stream(text.split("(?m)^=== "))
                    .filter(entry -> !entry.isBlank())
                    .map(Corpus::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Corpus parse(String entry) {
        int lineEnd = entry.indexOf('\n');
        var heading = entry.substring(0, lineEnd).split(" \\| ", 2);
        var sql = entry.substring(lineEnd + 1, entry.length() - (entry.endsWith("\n") ? 1 : 0))
                .replace("{CR}", "\r")
                .replace("{FF}", "\f")
                .replace("{NUL}", "\0")
                .replace("{BOM}", "\uFEFF")
                .replace("{SURROGATE}", "\uD83D");
        return new Corpus(heading[0], heading.length > 1 ? heading[1] : "", sql);
    }

    @Override
    public String toString() {
        return title;
    }
}
