package dev.onerow.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * The description that a service gives of itself, to hold calls against. Stricter than it says: an answer has no member
 * that is not described.
 */
final class Description {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "https://onerow.test/openapi";

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Set<String> called = new TreeSet<>();

    Description(String yaml) {
        document = JSON.valueToTree(new Yaml().load(yaml));
        close(document);
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(BASE, document.toString()))));
    }

    /** All operations, as {@code PUT /v1/registry/rules/{rule_code}}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(verb -> operations.add(name(verb, path.getKey()))));
        return operations;
    }

    /** The operations that have answered as they are there for. */
    Set<String> called() {
        return called;
    }

    /** What of a call and its answer is not as it is described. */
    List<String> differences(HttpCall call, HttpResponse<String> answer) {
        String path = templateOf(call.pathAlone());
        String verb = call.method().toLowerCase(Locale.ROOT);
        String pointer = "/paths/" + escaped(path) + "/" + verb;
        JsonNode operation = document.at(pointer);
        List<String> differences = new ArrayList<>();
        boolean done = answer.statusCode() < 400;
        if (!call.statuses().contains(answer.statusCode())) {
            differences.add("answers " + answer.statusCode() + " " + answer.body());
        } else if (call.statuses().get(0) < 400) {
            called.add(name(verb, path));
        }
        if (done) {
            compareParameters(call, operation, differences);
            compareBody(call, pointer, operation, differences);
        }
        compareAnswer(answer, pointer, differences);
        return differences;
    }

    private static void compareParameters(HttpCall call, JsonNode operation, List<String> differences) {
        Set<String> known = new TreeSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> known.add(parameter.path("name").asText()));
        call.parameters().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> differences.add("has no parameter " + name));
    }

    private void compareBody(HttpCall call, String pointer, JsonNode operation, List<String> differences) {
        if (call.body().isEmpty()) {
            if (operation.at("/requestBody/required").asBoolean()) {
                differences.add("wants a body");
            }
            return;
        }
        String content = "/requestBody/content/" + escaped(call.mediaType());
        if (operation.at(content).isMissingNode()) {
            differences.add("does not read " + call.mediaType());
        } else if (!call.mediaType().startsWith("multipart/")) {
            boolean inLines = call.mediaType().endsWith("ndjson");
            // A bulk body may hold lines that are refused, so that only one that is taken as a whole has to fit.
            if (!inLines || call.path().contains("atomic=true")) {
                compare(pointer + content, call.mediaType(), call.body(), differences);
            }
        }
    }

    private void compareAnswer(HttpResponse<String> answer, String pointer, List<String> differences) {
        String at = pointer + "/responses/" + answer.statusCode();
        JsonNode described = document.at(at);
        if (described.has("$ref")) {
            at = described.path("$ref").asText().substring(1);
            described = document.at(at);
        }
        if (described.isMissingNode()) {
            differences.add("answers " + answer.statusCode() + ", which is not described");
            return;
        }
        described.path("headers").fieldNames().forEachRemaining(header -> {
            if (answer.headers().firstValue(header).isEmpty()) {
                differences.add(answer.statusCode() + " has no header " + header);
            }
        });
        for (String header : List.of("ETag", "Location")) {
            if (answer.headers().firstValue(header).isPresent()
                    && !described.path("headers").has(header)) {
                differences.add(answer.statusCode() + " has a header " + header + ", which is not described");
            }
        }
        String mediaType =
                answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (answer.body().isEmpty() != mediaType.isEmpty() && !answer.body().isEmpty()) {
            differences.add("has a body without a media type");
        }
        if (!answer.body().isEmpty()) {
            String content = at + "/content/" + escaped(mediaType);
            if (document.at(content).isMissingNode()) {
                differences.add(answer.statusCode() + " is not described as " + mediaType);
            } else {
                compare(content, mediaType, answer.body(), differences);
            }
        }
    }

    private void compare(String pointer, String mediaType, String text, List<String> differences) {
        if (document.at(pointer + "/schema").isMissingNode()) {
            return;
        }
        var schema = schemas.getSchema(
                SchemaLocation.of(BASE + "#" + pointer.replace("{", "%7B").replace("}", "%7D") + "/schema"));
        List<String> values = mediaType.endsWith("ndjson") ? text.lines().toList() : List.of(text);
        for (String value : values) {
            schema.validate(tree(value)).forEach(each -> differences.add(each.getMessage() + " in " + value));
        }
    }

    /** The path that is described and fits; fixed segments go before variables. */
    private String templateOf(String path) {
        List<String> templates = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(templates::add);
        return templates.stream()
                .filter(template -> Pattern.matches(template.replaceAll("\\{[^}]*}", "[^/]+"), path))
                .min(Comparator.comparingInt(template -> template.split("\\{", -1).length))
                .orElseThrow(() -> new AssertionError("Not described: " + path));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Description::close);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    private static String name(String verb, String path) {
        return verb.toUpperCase(Locale.ROOT) + " " + path;
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
