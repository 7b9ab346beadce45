package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.ExtractionReport.Alternative;
import dev.onerow.telemetry.domain.ExtractionReport.Result;
import dev.onerow.telemetry.domain.Field;
import dev.onerow.web.request.Fields;
import java.util.Map;
import java.util.TreeMap;

/** Reads what came out of an extraction. */
final class ResultBody {
    private ResultBody() {}

    static Result read(Fields in) {
        return new Result(
                Members.truth(in, "is_success").orNull(),
                in.part("extracted_fields", Members::flags).orNull(),
                in.part("final_field_attribution", ResultBody::attribution).orElse(Map.of()),
                alternatives(in),
                in.text("error_message").orNull(),
                in.text("error_type").orNull());
    }

    private static Map<Field, String> attribution(Fields in) {
        return Members.byField(in, (all, field) -> all.text(field).orNull());
    }

    private static Map<String, Map<Field, Alternative>> alternatives(Fields in) {
        Map<String, Map<Field, Alternative>> byMethod = new TreeMap<>();
        Members.named(
                        in,
                        "alternative_extractions",
                        (all, method) -> all.part(method, ResultBody::ofMethod).orNull())
                .forEach((method, byField) -> byMethod.put(method, byField == null ? Map.of() : byField));
        return byMethod;
    }

    private static Map<Field, Alternative> ofMethod(Fields in) {
        return Members.byField(
                in, (all, field) -> all.part(field, ResultBody::alternative).orNull());
    }

    private static Alternative alternative(Fields in) {
        return new Alternative(
                in.text("alternative_value").orNull(),
                in.text("current_value").orNull(),
                Members.truth(in, "values_differ").orNull());
    }
}
