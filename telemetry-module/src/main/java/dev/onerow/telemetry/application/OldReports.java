package dev.onerow.telemetry.application;

import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.UnusableValue;
import dev.onerow.telemetry.domain.ExtractionReport;
import dev.onerow.telemetry.domain.ExtractionReport.MethodMaps;
import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.FieldFlags;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.ProxyStatus;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows of older telemetry as the reports that they were. What a map says in another form than ours is left out. */
final class OldReports {
    private OldReports() {}

    static ExtractionReport report(OperationId id, OldRow row, @Nullable OldRow detection) {
        return new ExtractionReport(
                id,
                new ExtractionReport.Article(
                        row.requiredText("article_id"),
                        row.requiredText("url"),
                        row.text("publisher"),
                        row.text("host")),
                row.has("revision") ? row.requiredWhole("revision") : 0,
                new ExtractionReport.Times(
                        row.requiredInstant("start_time"),
                        row.instant("end_time"),
                        number(row.number("total_duration_ms"))),
                new ExtractionReport.Http(
                        row.whole("http_status_code"),
                        row.text("http_error_type"),
                        row.text("reported_http_error_type"),
                        number(row.number("response_time_ms")),
                        row.whole("response_size_bytes"),
                        row.whole("content_length")),
                new ExtractionReport.Methods(null, maps(row), row.text("successful_method")),
                result(row),
                proxy(row),
                detection == null ? null : detection(detection));
    }

    private static MethodMaps maps(OldRow row) {
        List<String> attempted = row.tree("methods_attempted") instanceof List<?> methods
                ? methods.stream().map(String::valueOf).toList()
                : null;
        return new MethodMaps(
                attempted,
                values(
                        row,
                        "method_timings",
                        value -> value instanceof BigDecimal ms ? (Double) ms.doubleValue() : null),
                values(row, "method_success", value -> value instanceof Boolean truth ? truth : null),
                values(row, "method_errors", value -> value instanceof String text ? text : null),
                values(row, "field_extraction", OldReports::flags));
    }

    private static <T> Map<String, @Nullable T> values(
            OldRow row, String column, Function<Object, @Nullable T> reading) {
        Map<String, @Nullable T> values = new HashMap<>();
        row.object(column).forEach((method, value) -> values.put(method, value == null ? null : reading.apply(value)));
        return values;
    }

    private static @Nullable FieldFlags flags(Object value) {
        return value instanceof Map<?, ?> fields
                ? new FieldFlags(
                        isTrue(fields, Field.TITLE),
                        isTrue(fields, Field.AUTHOR),
                        isTrue(fields, Field.CONTENT),
                        isTrue(fields, Field.PUBLISH_DATE))
                : null;
    }

    private static boolean isTrue(Map<?, ?> fields, Field field) {
        return Boolean.TRUE.equals(fields.get(field.word()));
    }

    private static ExtractionReport.Result result(OldRow row) {
        Object extracted = row.tree("extracted_fields");
        Map<Field, String> attribution = new EnumMap<>(Field.class);
        Map<String, @Nullable Object> given = row.object("final_field_attribution");
        for (Field field : Field.values()) {
            if (given.get(field.word()) instanceof String method) {
                attribution.put(field, method);
            }
        }
        return new ExtractionReport.Result(
                row.truth("is_success"),
                extracted == null ? null : flags(extracted),
                attribution,
                alternatives(row),
                row.text("error_message"),
                row.text("error_type"));
    }

    private static Map<String, Map<Field, ExtractionReport.Alternative>> alternatives(OldRow row) {
        Map<String, Map<Field, ExtractionReport.Alternative>> all = new HashMap<>();
        row.object("alternative_extractions").forEach((method, value) -> {
            Map<Field, ExtractionReport.Alternative> byField = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                if (value instanceof Map<?, ?> fields && fields.get(field.word()) instanceof Map<?, ?> said) {
                    byField.put(field, alternative(said));
                }
            }
            if (!byField.isEmpty()) {
                all.put(method, byField);
            }
        });
        return all;
    }

    private static ExtractionReport.Alternative alternative(Map<?, ?> said) {
        return new ExtractionReport.Alternative(
                said.get("alternative_value") instanceof String text ? text : null,
                said.get("current_value") instanceof String text ? text : null,
                said.get("values_differ") instanceof Boolean truth ? truth : null);
    }

    private static ExtractionReport.Proxy proxy(OldRow row) {
        String status = row.text("proxy_status");
        return new ExtractionReport.Proxy(
                row.truth("proxy_used"),
                row.text("proxy_url"),
                row.truth("proxy_authenticated"),
                status == null ? null : proxyStatus(status),
                row.text("proxy_error"));
    }

    private static @Nullable ProxyStatus proxyStatus(String status) {
        return ProxyStatus.ofWord(status)
                .or(() ->
                        status.matches("[0-9]") ? ProxyStatus.ofNumber(Long.parseLong(status)) : ProxyStatus.ofWord(""))
                .orElse(null);
    }

    static ExtractionReport.Detection detection(OldRow row) {
        return new ExtractionReport.Detection(
                row.text("article_id"),
                row.text("url"),
                row.text("publisher"),
                row.text("host"),
                row.text("status"),
                row.text("confidence"),
                number(row.number("confidence_score")),
                row.text("reason"),
                evidence(row),
                row.text("version"),
                row.instant("detected_at"));
    }

    /** Text that is not JSON is a JSON text. */
    private static @Nullable Object evidence(OldRow row) {
        try {
            return row.tree("evidence");
        } catch (UnusableValue noJson) {
            return row.text("evidence");
        }
    }

    private static @Nullable Double number(@Nullable BigDecimal number) {
        return number == null ? null : (Double) number.doubleValue();
    }
}
