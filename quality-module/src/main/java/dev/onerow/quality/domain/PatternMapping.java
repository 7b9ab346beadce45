package dev.onerow.quality.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps one JSON object to a pattern: canonical keys first, their aliases when those are missing or empty. */
final class PatternMapping {
    private final Map<String, ? extends @Nullable Object> json;
    private final List<Flaw> flaws = new ArrayList<>();

    PatternMapping(Map<String, ? extends @Nullable Object> json) {
        this.json = json;
    }

    PatternReading read() {
        String code = text("code", "content", "content_preview");
        Map<String, @Nullable Object> metadata = metadata();
        String name = text("pattern_name", "name");
        String text = text("text", "description");
        String nodeType = nodeType();
        List<@Nullable Object> useCases = list("use_cases");
        List<@Nullable Object> examples = list("examples", "example_usage");
        BigDecimal confidence = confidence();
        requireWordAsComplexity(code, metadata);
        if (!flaws.isEmpty()) {
            return new PatternReading.NotScorable(flaws);
        }
        return new PatternReading.Scorable(
                new Pattern(name, code, text, metadata, nodeType, useCases, examples, confidence));
    }

    private String text(String... keys) {
        String key = firstFilled(keys);
        Object value = json.get(key);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        flaws.add(Flaw.wrongType("/" + key, "A text is wanted here."));
        return "";
    }

    private String nodeType() {
        if (!isEmpty(json.get("node_type")) || isEmpty(json.get("node_types"))) {
            return text("node_type");
        }
        if (!(json.get("node_types") instanceof List<?> types)) {
            flaws.add(Flaw.wrongType("/node_types", "A list of texts is wanted here."));
            return "";
        }
        Object first = types.get(0);
        if (first != null && !(first instanceof String)) {
            flaws.add(Flaw.wrongType("/node_types/0", "A text is wanted here."));
        }
        return first instanceof String type ? type : "";
    }

    private Map<String, @Nullable Object> metadata() {
        Object value = json.get("metadata");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            flaws.add(Flaw.wrongType("/metadata", "An object is wanted here."));
            return Map.of();
        }
        requireNumbersThatFit("/metadata", map);
        @SuppressWarnings("unchecked") // The keys of a JSON object are texts.
        Map<String, @Nullable Object> metadata = (Map<String, @Nullable Object>) map;
        return metadata;
    }

    private List<@Nullable Object> list(String... keys) {
        String key = firstFilled(keys);
        Object value = json.get(key);
        if (isEmpty(value)) {
            return List.of();
        }
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof List<?> list) {
            requireNumbersThatFit("/" + key, list);
            return new ArrayList<>(list);
        }
        flaws.add(Flaw.wrongType("/" + key, "A list is wanted here, or one text."));
        return List.of();
    }

    private BigDecimal confidence() {
        String key = isZeroOrMissing(json.get("confidence")) && json.get("pattern_confidence") != null
                ? "pattern_confidence"
                : "confidence";
        Object value = json.get(key);
        if (value == null) {
            return BigDecimal.ZERO;
        }
        if (!(value instanceof Number number)) {
            flaws.add(Flaw.wrongType("/" + key, "A number of 0 to 1 is wanted here."));
            return BigDecimal.ZERO;
        }
        if (!Decimals.canBeWrittenOut(number) || !Shares.isShare(number.doubleValue())) {
            flaws.add(Flaw.outOfRange("/" + key, "A number of 0 to 1 is wanted here."));
            return BigDecimal.ZERO;
        }
        return Decimals.of(number);
    }

    private void requireWordAsComplexity(String code, Map<String, @Nullable Object> metadata) {
        Object declared = metadata.get("complexity");
        // Without code the declaration is not looked at.
        if (!code.isEmpty() && (declared instanceof List || declared instanceof Map)) {
            flaws.add(Flaw.wrongType("/metadata/complexity", "A word is wanted here."));
        }
    }

    private void requireNumbersThatFit(String pointer, @Nullable Object value) {
        if (value instanceof Number number && !Decimals.canBeWrittenOut(number)) {
            flaws.add(Flaw.outOfRange(pointer, "This number is not finite, or too long."));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                requireNumbersThatFit(pointer + "/" + i, list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> requireNumbersThatFit(pointer + "/" + Pointers.escaped(key), member));
        }
    }

    /** The first key that has something, else the first of all. */
    private String firstFilled(String... keys) {
        for (String key : keys) {
            if (!isEmpty(json.get(key))) {
                return key;
            }
        }
        return keys[0];
    }

    private static boolean isZeroOrMissing(@Nullable Object confidence) {
        return confidence == null || (confidence instanceof Number number && number.doubleValue() == 0);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || (value instanceof Collection<?> list && list.isEmpty());
    }
}
