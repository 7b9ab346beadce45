package dev.onerow.telemetry.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what came out of an extraction: success, fields and the other values seen. */
final class ResultReader {
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int MOST_ALTERNATIVES = 100;

    private final Flaws flaws;

    ResultReader(Flaws flaws) {
        this.flaws = flaws;
    }

    Result read(ExtractionReport.Result reported, Attempts attempts, @Nullable String successfulMethod) {
        FieldFlags given = reported.extracted();
        flaws.text("/error_type", reported.errorType());
        return new Result(
                Boolean.TRUE.equals(reported.success()) || successfulMethod != null || attempts.anySucceeded(),
                given == null ? attempts.extracted() : given,
                attribution(reported.attribution()),
                alternatives(reported.alternatives()),
                flaws.message("/error_message", reported.errorMessage(), LONGEST_MESSAGE),
                reported.errorType());
    }

    private Map<Field, String> attribution(Map<Field, String> reported) {
        Map<Field, String> attribution = new EnumMap<>(Field.class);
        reported.forEach((field, method) -> {
            flaws.text("/final_field_attribution/" + field.word(), method);
            attribution.put(field, method);
        });
        return attribution;
    }

    private Map<String, Map<Field, Alternative>> alternatives(
            Map<String, Map<Field, ExtractionReport.Alternative>> all) {
        if (all.values().stream().mapToInt(Map::size).sum() > MOST_ALTERNATIVES) {
            flaws.add("/alternative_extractions", "too-many", "At most " + MOST_ALTERNATIVES + " alternatives.");
        }
        Map<String, Map<Field, Alternative>> alternatives = new TreeMap<>();
        all.forEach((method, byField) -> {
            String pointer = Flaws.pointer("/alternative_extractions", method);
            flaws.text(pointer, method);
            Map<Field, Alternative> ofMethod = new EnumMap<>(Field.class);
            byField.forEach((field, it) -> ofMethod.put(field, alternative(pointer + "/" + field.word(), it)));
            alternatives.put(method, ofMethod);
        });
        return alternatives;
    }

    /** Whether the values differ is decided before they are cut: two long texts may differ at their ends only. */
    private Alternative alternative(String pointer, ExtractionReport.Alternative reported) {
        Boolean differ = reported.valuesDiffer();
        return new Alternative(
                flaws.message(pointer + "/alternative_value", reported.alternativeValue(), LONGEST_VALUE),
                flaws.message(pointer + "/current_value", reported.currentValue(), LONGEST_VALUE),
                differ == null ? !Objects.equals(reported.alternativeValue(), reported.currentValue()) : differ);
    }
}
