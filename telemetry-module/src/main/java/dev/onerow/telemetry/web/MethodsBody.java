package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.ExtractionReport.Attempt;
import dev.onerow.telemetry.domain.ExtractionReport.MethodMaps;
import dev.onerow.telemetry.domain.ExtractionReport.Methods;
import dev.onerow.web.request.Fields;
import java.util.List;

/** Reads what was tried. Where attempts are sent the maps only follow from them, so nobody looks at what they say. */
final class MethodsBody {
    private MethodsBody() {}

    static Methods read(Fields in) {
        List<Attempt> attempts =
                in.parts("method_attempts", MethodsBody::attempt).orNull();
        return new Methods(
                attempts,
                attempts == null ? maps(in) : ignoredMaps(in),
                in.text("successful_method").orNull());
    }

    private static Attempt attempt(Fields in) {
        in.ignore("position", "attempt_no");
        return new Attempt(
                in.text("method").required(),
                in.number("duration_ms").orNull(),
                Members.truth(in, "success").orNull(),
                in.text("error").orNull(),
                in.part("fields", Members::flags).orNull());
    }

    private static MethodMaps maps(Fields in) {
        return new MethodMaps(
                in.texts("methods_attempted").orNull(),
                Members.named(
                        in,
                        "method_timings",
                        (all, method) -> all.number(method).orNull()),
                Members.named(
                        in,
                        "method_success",
                        (all, method) -> Members.truth(all, method).orNull()),
                Members.named(
                        in, "method_errors", (all, method) -> all.text(method).orNull()),
                Members.named(
                        in,
                        "field_extraction",
                        (all, method) -> all.part(method, Members::flags).orNull()));
    }

    private static MethodMaps ignoredMaps(Fields in) {
        in.ignore("methods_attempted", "method_timings", "method_success", "method_errors", "field_extraction");
        return MethodMaps.NONE;
    }
}
