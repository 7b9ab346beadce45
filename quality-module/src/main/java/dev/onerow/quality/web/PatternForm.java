package dev.onerow.quality.web;

import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The keys of a pattern, canonical ones and aliases. What they mean when both are there is for the domain to say; a body
 * with any other key is refused.
 */
@Singleton
final class PatternForm implements Form<Map<String, String>> {
    private static final Map<String, String> ALIASES = Map.of(
            "name", "pattern_name",
            "content", "code",
            "content_preview", "code",
            "description", "text",
            "example_usage", "examples",
            "pattern_confidence", "confidence");

    /** Asks for each key as what it has to be, and answers the aliases. */
    @Override
    public Map<String, String> read(Fields in) {
        in.text(PatternIds.NAME);
        in.text("pattern_name");
        in.text("code");
        in.text("text");
        in.object("metadata");
        in.text("node_type");
        in.list("node_types");
        in.value("use_cases").check(any -> true, "", "A list, or one text.");
        in.value("examples").check(any -> true, "", "A list, or one text.");
        in.number("confidence").between(0.0, 1.0);
        ALIASES.forEach((alias, name) -> in.alias(name, alias));
        return ALIASES;
    }

    @Override
    public String example() {
        return "{\"pattern_name\":\"NodeParseEffect\",\"code\":\"def parse(line):\\n    return line.split()\","
                + "\"text\":\"Splits a line.\",\"node_type\":\"effect\",\"confidence\":0.9}";
    }
}
