package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.ExtractionReport;
import dev.onerow.telemetry.domain.ExtractionReport.Article;
import dev.onerow.telemetry.domain.ExtractionReport.Http;
import dev.onerow.telemetry.domain.ExtractionReport.Times;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.ProxyStatus;
import dev.onerow.web.request.Fields;
import java.math.BigDecimal;

/** Reads reports of extractions: the body of a {@code PUT}, or a line of a bulk request. */
final class ReportBody {
    static final String KEY = "operation_id";

    private ReportBody() {}

    static ExtractionReport read(Fields in, OperationId path) {
        in.text(KEY).sameAsPath(path.value());
        return readFor(in, path);
    }

    static ExtractionReport readLine(Fields in) {
        return readFor(
                in,
                in.text(KEY)
                        .check(
                                text -> OperationId.parse(text).isPresent(),
                                "invalid-form",
                                TelemetryProblems.OPERATION_ID_FORM)
                        .map(OperationId::new, "invalid-form", TelemetryProblems.OPERATION_ID_FORM)
                        .required());
    }

    /**
     * What is stored of a report.
     *
     * @throws dev.onerow.web.problem.ProblemException 422 with everything that is wrong with it
     */
    static Extraction accepted(ExtractionReport report) {
        return Extraction.of(report).either(extraction -> extraction, flaws -> {
            throw TelemetryProblems.refused(flaws).asException();
        });
    }

    private static ExtractionReport readFor(Fields in, OperationId id) {
        in.ignore(
                "id",
                "occurred_at",
                "is_complete",
                "content_hash",
                "fields",
                "version",
                "created_at",
                "updated_at",
                "outcome");
        return new ExtractionReport(
                id,
                article(in),
                in.longInteger("revision").orElse(0L),
                times(in),
                http(in),
                MethodsBody.read(in),
                ResultBody.read(in),
                proxy(in),
                in.part("content_type_detection", DetectionBody::read).orNull());
    }

    private static Article article(Fields in) {
        return new Article(
                in.text("article_id").required(),
                in.text("url").required(),
                in.text("publisher").orNull(),
                in.text("host").orNull());
    }

    private static Times times(Fields in) {
        return new Times(
                in.instant("start_time").required(),
                in.instant("end_time").orNull(),
                in.number("total_duration_ms").orNull());
    }

    private static Http http(Fields in) {
        return new Http(
                in.longInteger("http_status_code").orNull(),
                in.text("http_error_type").orNull(),
                in.text("reported_http_error_type").orNull(),
                in.number("response_time_ms").orNull(),
                in.longInteger("response_size_bytes").orNull(),
                in.longInteger("content_length").orNull());
    }

    private static ExtractionReport.Proxy proxy(Fields in) {
        return new ExtractionReport.Proxy(
                Members.truth(in, "proxy_used").orNull(),
                in.text("proxy_url").orNull(),
                Members.truth(in, "proxy_authenticated").orNull(),
                in.value("proxy_status")
                        .map(
                                ReportBody::proxyStatus,
                                "unknown-value",
                                "disabled, success, failed or bypassed, or their numbers 0 to 3.")
                        .orNull(),
                in.text("proxy_error").orNull());
    }

    private static ProxyStatus proxyStatus(Object raw) {
        if (raw instanceof String word) {
            return ProxyStatus.ofWord(word).orElseThrow(IllegalArgumentException::new);
        }
        if (raw instanceof BigDecimal number) {
            return proxyStatus((Object) number.longValueExact());
        }
        if (raw instanceof Long number) {
            return ProxyStatus.ofNumber(number).orElseThrow(IllegalArgumentException::new);
        }
        throw new IllegalArgumentException();
    }
}
