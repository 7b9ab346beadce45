package dev.onerow.quality.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The five dimensions of a scored pattern, each 0 to 1.
 *
 * @param completeness weight 0.30
 * @param documentation weight 0.25
 * @param onexCompliance weight 0.20
 * @param metadataRichness weight 0.15
 * @param complexity weight 0.10
 */
public record Dimensions(
        double completeness, double documentation, double onexCompliance, double metadataRichness, double complexity) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when one is not a number of 0 to 1
     */
    public Dimensions {
        completeness = Shares.require("completeness", completeness);
        documentation = Shares.require("documentation", documentation);
        onexCompliance = Shares.require("onex_compliance", onexCompliance);
        metadataRichness = Shares.require("metadata_richness", metadataRichness);
        complexity = Shares.require("complexity", complexity);
    }

    /** The weighted sum, 0 to 1, unrounded. */
    public double composite() {
        // The order of additions is part of the algorithm.
        double sum = 0.30 * completeness
                + 0.25 * documentation
                + 0.20 * onexCompliance
                + 0.15 * metadataRichness
                + 0.10 * complexity;
        return Shares.clamped(sum);
    }

    /** The dimensions under the names that stored metadata and columns have. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("completeness_score", completeness);
        named.put("documentation_score", documentation);
        named.put("onex_compliance_score", onexCompliance);
        named.put("metadata_richness_score", metadataRichness);
        named.put("complexity_score", complexity);
        return named;
    }
}
