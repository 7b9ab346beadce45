package dev.onerow.quality.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions of a stored score, as far as its metadata name them. Each is 0 to 1, or null when not named.
 *
 * @param completeness from {@code completeness_score}
 * @param documentation from {@code documentation_score}
 * @param onexCompliance from {@code onex_compliance_score}
 * @param metadataRichness from {@code metadata_richness_score}
 * @param complexity from {@code complexity_score}
 */
public record StatedDimensions(
        @Nullable Double completeness,
        @Nullable Double documentation,
        @Nullable Double onexCompliance,
        @Nullable Double metadataRichness,
        @Nullable Double complexity) {

    /** The keys of metadata that are dimensions. */
    public static final List<String> KEYS = List.of(
            "completeness_score",
            "documentation_score",
            "onex_compliance_score",
            "metadata_richness_score",
            "complexity_score");

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when one is not a number of 0 to 1
     */
    public StatedDimensions {
        completeness = required("completeness", completeness);
        documentation = required("documentation", documentation);
        onexCompliance = required("onex_compliance", onexCompliance);
        metadataRichness = required("metadata_richness", metadataRichness);
        complexity = required("complexity", complexity);
    }

    /** All five, as scored. */
    public static StatedDimensions of(Dimensions dimensions) {
        return new StatedDimensions(
                dimensions.completeness(),
                dimensions.documentation(),
                dimensions.onexCompliance(),
                dimensions.metadataRichness(),
                dimensions.complexity());
    }

    /**
     * Those that the metadata name.
     *
     * @throws IllegalArgumentException when {@link #flawsIn} finds one
     */
    public static StatedDimensions in(Map<String, ? extends @Nullable Object> metadata) {
        List<@Nullable Double> values = new ArrayList<>();
        for (String key : KEYS) {
            Object value = metadata.get(key);
            if (value != null && !(value instanceof Number)) {
                throw new IllegalArgumentException(key + " is no number");
            }
            values.add(value instanceof Number number ? (Double) number.doubleValue() : null);
        }
        return new StatedDimensions(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
    }

    /**
     * What is wrong with the dimensions that metadata name. One that is named is a finite number of 0 to 1.
     *
     * @param pointer JSON Pointer to the metadata
     */
    public static List<Flaw> flawsIn(Map<String, ? extends @Nullable Object> metadata, String pointer) {
        List<Flaw> flaws = new ArrayList<>();
        for (String key : KEYS) {
            Object value = metadata.get(key);
            if (value instanceof Number number) {
                if (!Shares.isShare(number.doubleValue())) {
                    flaws.add(Flaw.outOfRange(pointer + "/" + key, "A dimension is a number of 0 to 1."));
                }
            } else if (metadata.containsKey(key)) {
                flaws.add(Flaw.wrongType(pointer + "/" + key, "A dimension is a number of 0 to 1."));
            }
        }
        return flaws;
    }

    private static @Nullable Double required(String name, @Nullable Double value) {
        return value == null ? null : (Double) Shares.require(name, value);
    }
}
