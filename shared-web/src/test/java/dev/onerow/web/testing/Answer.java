package dev.onerow.web.testing;

import dev.onerow.web.request.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came back, and ways to look into its JSON. */
public record Answer(int status, Map<String, List<String>> headers, String body) {

    /** A header, or an empty text where it was not sent. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    public Map<?, ?> json() {
        return (Map<?, ?>) parse(body);
    }

    /** The value at a path such as {@code view.columns.0.name} as text; "null" where it is null or not there. */
    public String at(String path) {
        return String.valueOf(value(path));
    }

    /** The values at some paths as texts, with blanks between. */
    public String texts(String... paths) {
        return Stream.of(paths).map(this::at).collect(Collectors.joining(" "));
    }

    /** The objects of a list. */
    public List<Map<?, ?>> list(String path) {
        return ((List<?>) Objects.requireNonNull(value(path), path))
                .stream()
                        .<Map<?, ?>>map(item -> (Map<?, ?>) Objects.requireNonNull(item))
                        .toList();
    }

    /** One member of each object of a list, as text. */
    public List<String> each(String path, String member) {
        return list(path).stream()
                .map(element -> String.valueOf(element.get(member)))
                .toList();
    }

    /** One member of each item of a page, as text. */
    public List<String> each(String member) {
        return each("items", member);
    }

    /** The lines of NDJSON, as objects. */
    public List<Map<?, ?>> lines() {
        return eachLine().stream().<Map<?, ?>>map(Answer::json).toList();
    }

    /** The lines of NDJSON, as answers of their own. */
    public List<Answer> eachLine() {
        return body.lines().map(line -> new Answer(status, Map.of(), line)).toList();
    }

    /** The type of the problem that it is. */
    public String problem() {
        return at("type");
    }

    /** Pointers or parameters of what is wrong. */
    public List<String> places() {
        return list("errors").stream()
                .map(error -> String.valueOf(error.get(error.containsKey("pointer") ? "pointer" : "parameter")))
                .toList();
    }

    private @Nullable Object value(String path) {
        Object value = parse(body);
        for (String step : path.split("\\.", -1)) {
            value = value instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : ((Map<?, ?>) Objects.requireNonNull(value, path)).get(step);
        }
        return value;
    }

    private static Object parse(String text) {
        return Objects.requireNonNull(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)), text);
    }
}
