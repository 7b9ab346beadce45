package dev.onerow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of a file of calls, in the form that editors know: {@code ###} and the statuses that may be answered, the
 * method and the path, headers, an empty line, the body.
 *
 * @param statuses any of them is right; the first is what the call is there for
 */
record HttpCall(List<Integer> statuses, String method, String path, Map<String, String> headers, String body) {
    private static final Pattern STATUS = Pattern.compile("\\b[1-5]\\d\\d\\b");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z-]+): (.*)");

    /** The calls of a file beside the tests, in their order. */
    static List<HttpCall> of(String resource) {
        try (var stream = Objects.requireNonNull(HttpCall.class.getResourceAsStream(resource), resource)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^### ", -1))
                    .skip(1)
                    .map(HttpCall::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpCall parse(String text) {
        List<String> lines = text.strip().lines().toList();
        String[] request = lines.get(1).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        int at = 2;
        for (; at < lines.size() && !lines.get(at).isEmpty(); at++) {
            Matcher header = HEADER.matcher(lines.get(at));
            if (!header.matches()) {
                throw new IllegalArgumentException("No header: " + lines.get(at));
            }
            headers.put(header.group(1), header.group(2));
        }
        List<String> body = lines.subList(Math.min(at + 1, lines.size()), lines.size());
        if (!body.isEmpty()) {
            headers.putIfAbsent("Content-Type", "application/json");
        }
        boolean inParts = headers.getOrDefault("Content-Type", "").startsWith("multipart/");
        return new HttpCall(
                statuses(lines.get(0)), request[0], request[1], headers, String.join(inParts ? "\r\n" : "\n", body));
    }

    private static List<Integer> statuses(String line) {
        List<Integer> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(line);
        while (matcher.find()) {
            statuses.add(Integer.parseInt(matcher.group()));
        }
        return statuses;
    }

    /** This call, of what the service has made last where the path says {@code {location}}. */
    HttpCall to(String location) {
        return new HttpCall(statuses, method, path.replace("{location}", location), headers, body);
    }

    /** The path without its parameters. */
    String pathAlone() {
        return path.split("\\?", 2)[0];
    }

    /** The names of its parameters. */
    List<String> parameters() {
        String[] parts = path.split("\\?", 2);
        return parts.length < 2
                ? List.of()
                : Arrays.stream(parts[1].split("&", -1))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .toList();
    }

    /** The media type of its body, without parameters. */
    String mediaType() {
        return headers.getOrDefault("Content-Type", "").split(";", 2)[0];
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
