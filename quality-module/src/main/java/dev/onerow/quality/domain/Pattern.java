package dev.onerow.quality.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of code or text to be scored, under its eight canonical names. Made from JSON by {@link PatternReading};
 * only what can be scored becomes one. Immutable as long as the JSON values inside are not changed.
 *
 * @param name "" when it has none
 * @param code the code, "" when it has none
 * @param text what describes it, "" when nothing does
 * @param metadata any JSON; {@code complexity} is the complexity that the author declares
 * @param nodeType the type of node it is for, "" when none is named
 * @param useCases any JSON values; they are counted
 * @param examples any JSON values; they are counted
 * @param confidence 0 to 1, carried beside the score
 */
public record Pattern(
        String name,
        String code,
        String text,
        Map<String, @Nullable Object> metadata,
        String nodeType,
        List<@Nullable Object> useCases,
        List<@Nullable Object> examples,
        BigDecimal confidence) {

    /** The name of a pattern in a backfill that has none. */
    public static final String UNNAMED = "unnamed_pattern";

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when the confidence is outside 0 to 1
     */
    public Pattern {
        // Not List.copyOf and Map.copyOf: JSON has nulls.
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        useCases = Collections.unmodifiableList(new ArrayList<>(useCases));
        examples = Collections.unmodifiableList(new ArrayList<>(examples));
        Shares.require("confidence", confidence.doubleValue());
        // 0.90 and 0.9 are one number, for equals too.
        confidence = confidence.stripTrailingZeros();
    }

    /** The same pattern, called {@link #UNNAMED} when it has no name. */
    public Pattern withSomeName() {
        return name.isEmpty()
                ? new Pattern(UNNAMED, code, text, metadata, nodeType, useCases, examples, confidence)
                : this;
    }

    /** SHA-256 over the canonical JSON of the eight members, as 64 hexadecimal digits. */
    public String inputHash() {
        Map<String, @Nullable Object> canonical = new LinkedHashMap<>();
        canonical.put("pattern_name", name);
        canonical.put("code", code);
        canonical.put("text", text);
        canonical.put("metadata", metadata);
        canonical.put("node_type", nodeType);
        canonical.put("use_cases", useCases);
        canonical.put("examples", examples);
        canonical.put("confidence", confidence);
        return Digests.sha256Hex(CanonicalJson.of(canonical));
    }
}
