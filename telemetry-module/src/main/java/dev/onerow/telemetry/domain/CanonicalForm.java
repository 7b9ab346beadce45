package dev.onerow.telemetry.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An extraction as the JSON value whose hash tells whether two reports say the same: scrubbed, after defaults, with the
 * attempts in place of the maps and without what only follows from the rest. The key is left out, as equal keys are
 * compared only.
 */
final class CanonicalForm {
    private CanonicalForm() {}

    static Map<String, @Nullable Object> of(Extraction extraction) {
        Map<String, @Nullable Object> form = page(extraction.article());
        form.put("revision", extraction.revision());
        form.put("start_time", extraction.times().start().toString());
        form.put("end_time", text(extraction.times().end()));
        form.put("total_duration_ms", extraction.times().totalDurationMs());
        HttpResult http = extraction.http();
        form.put("http_status_code", http.statusCode());
        form.put("reported_http_error_type", http.reportedErrorType());
        form.put("response_time_ms", http.responseTimeMs());
        form.put("response_size_bytes", http.responseSizeBytes());
        form.put("content_length", http.contentLength());
        form.put("successful_method", extraction.successfulMethod());
        form.put("method_attempts", attempts(extraction.attempts()));
        putResult(form, extraction.result());
        putProxy(form, extraction.proxy());
        Detection detection = extraction.detection();
        form.put("content_type_detection", detection == null ? null : detection(detection));
        return form;
    }

    private static Map<String, @Nullable Object> page(Article article) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("article_id", article.articleId());
        form.put("url", article.url());
        form.put("publisher", article.publisher());
        form.put("host", article.host().value());
        return form;
    }

    private static List<Map<String, @Nullable Object>> attempts(Attempts attempts) {
        return attempts.inOrder().stream().map(CanonicalForm::attempt).toList();
    }

    private static Map<String, @Nullable Object> attempt(Attempt attempt) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("method", attempt.method());
        form.put("duration_ms", attempt.durationMs());
        form.put("success", attempt.success());
        form.put("error", attempt.error());
        FieldFlags fields = attempt.fields();
        form.put("fields", fields == null ? null : flags(fields));
        return form;
    }

    private static void putResult(Map<String, @Nullable Object> form, Result result) {
        form.put("is_success", result.success());
        form.put("extracted_fields", flags(result.extracted()));
        form.put("final_field_attribution", byField(result.attribution()));
        Map<String, Object> alternatives = new LinkedHashMap<>();
        result.alternatives().forEach((method, byField) -> {
            Map<Field, Object> forms = new LinkedHashMap<>();
            byField.forEach((field, it) -> forms.put(field, alternative(it)));
            alternatives.put(method, byField(forms));
        });
        form.put("alternative_extractions", alternatives);
        form.put("error_message", result.errorMessage());
        form.put("error_type", result.errorType());
    }

    private static Map<String, @Nullable Object> alternative(Alternative alternative) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("alternative_value", alternative.alternativeValue());
        form.put("current_value", alternative.currentValue());
        form.put("values_differ", alternative.valuesDiffer());
        return form;
    }

    private static void putProxy(Map<String, @Nullable Object> form, Proxy proxy) {
        form.put("proxy_used", proxy.used());
        form.put("proxy_url", proxy.url());
        form.put("proxy_authenticated", proxy.authenticated());
        ProxyStatus status = proxy.status();
        form.put("proxy_status", status == null ? null : status.number());
        form.put("proxy_error", proxy.error());
    }

    private static Map<String, @Nullable Object> detection(Detection detection) {
        Map<String, @Nullable Object> form = page(detection.page());
        form.put("status", detection.status());
        form.put("confidence", detection.confidence());
        form.put("confidence_score", detection.confidenceScore());
        form.put("reason", detection.reason());
        form.put("evidence", detection.evidence());
        form.put("version", detection.version());
        form.put("detected_at", detection.detectedAt().toString());
        return form;
    }

    private static Map<String, Boolean> flags(FieldFlags flags) {
        Map<String, Boolean> form = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            form.put(field.word(), flags.has(field));
        }
        return form;
    }

    private static Map<String, Object> byField(Map<Field, ?> byField) {
        Map<String, Object> form = new LinkedHashMap<>();
        byField.forEach((field, value) -> form.put(field.word(), value));
        return form;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
