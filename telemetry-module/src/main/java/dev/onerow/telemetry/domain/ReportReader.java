package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one report into an extraction, part by part; what is wrong is collected on the way. */
final class ReportReader {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final int LONGEST_KEY = 500;
    private static final int LONGEST_STATUS = 200;
    private static final int LONGEST_PROXY_ERROR = 500;

    private final Flaws flaws = new Flaws();

    Intake read(ExtractionReport report) {
        Optional<Article> article = article(report.article());
        Times times = times(report.times());
        Attempts attempts = new AttemptsReader(flaws).read(report.methods());
        String successful = successful(report.methods().successful(), attempts);
        ExtractionReport.Result result = report.result();
        int revision = revision(report.revision());
        HttpResult http = http(report.http());
        Result outcome = new ResultReader(flaws).read(result, attempts, successful);
        Proxy proxy = proxy(report.proxy());
        ExtractionReport.Detection reported = report.detection();
        Detection detection =
                reported == null || article.isEmpty() ? null : detection(reported, article.get(), times.occurredAt());
        if (!flaws.isEmpty() || article.isEmpty()) {
            return new Intake.Refused(flaws.found());
        }
        return new Intake.Accepted(new Extraction(
                report.operationId(),
                article.get(),
                revision,
                times,
                http,
                attempts,
                successful,
                outcome,
                proxy,
                detection));
    }

    private Optional<Article> article(ExtractionReport.Article reported) {
        if (reported.articleId().isBlank()) {
            flaws.add("/article_id", "blank", "An article has an id.");
        }
        flaws.text("/article_id", reported.articleId(), LONGEST_KEY);
        flaws.text("/url", reported.url());
        flaws.text("/publisher", reported.publisher(), LONGEST_KEY);
        Optional<WebAddress> address = address("/url", reported.url());
        return address.flatMap(page -> host("/host", reported.host(), page))
                .flatMap(host ->
                        address.map(page -> new Article(reported.articleId(), page.url(), reported.publisher(), host)));
    }

    private Optional<WebAddress> address(String pointer, String url) {
        Optional<WebAddress> address = WebAddress.parse(url);
        if (address.isEmpty()) {
            flaws.addUrl(pointer, "An absolute http or https address with a host.");
        }
        return address;
    }

    private Optional<Host> host(String pointer, @Nullable String given, WebAddress page) {
        Optional<Host> host = given == null ? Optional.of(page.host()) : Host.parse(given, page.scheme());
        if (host.isEmpty()) {
            flaws.addUrl(pointer, "A host name or address, with a port where needed.");
        }
        return host;
    }

    private Times times(ExtractionReport.Times reported) {
        Instant start = instant("/start_time", reported.start());
        Instant end = reported.end() == null ? null : instant("/end_time", reported.end());
        if (end != null && end.isBefore(start)) {
            flaws.add("/end_time", "before-start", "Not before start_time.");
        }
        Double total = flaws.duration("/total_duration_ms", reported.totalDurationMs());
        return new Times(start, end, total == null && end != null ? (Double) Times.millisBetween(start, end) : total);
    }

    private Instant instant(String pointer, Instant value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST.plusNanos(999))) {
            flaws.add(pointer, "out-of-range", "Years 0001 to 9999.");
            return EARLIEST;
        }
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    private int revision(long revision) {
        if (revision < 0 || revision > Integer.MAX_VALUE) {
            flaws.add("/revision", "out-of-range", "0 to " + Integer.MAX_VALUE + ".");
        }
        return (int) revision;
    }

    private HttpResult http(ExtractionReport.Http reported) {
        Long status = reported.statusCode();
        if (status != null && status != 0 && (status < 100 || status > 999)) {
            flaws.add("/http_status_code", "out-of-range", "0, or 100 to 999.");
        }
        Integer statusCode = status == null ? null : (Integer) status.intValue();
        return new HttpResult(
                statusCode,
                reportedErrorType(reported, statusCode),
                flaws.duration("/response_time_ms", reported.responseTimeMs()),
                flaws.count("/response_size_bytes", reported.responseSizeBytes()),
                flaws.count("/content_length", reported.contentLength()));
    }

    /** The type is a function of the status; one that was sent and differs is kept for the record only. */
    private @Nullable String reportedErrorType(ExtractionReport.Http reported, @Nullable Integer statusCode) {
        flaws.text("/http_error_type", reported.errorType());
        flaws.text("/reported_http_error_type", reported.reportedErrorType());
        String computed = HttpErrorType.of(statusCode).map(HttpErrorType::word).orElse(null);
        String sent = reported.errorType();
        return sent == null || sent.equals(computed) ? reported.reportedErrorType() : sent;
    }

    private @Nullable String successful(@Nullable String given, Attempts attempts) {
        if (given == null) {
            return attempts.firstSuccessful().orElse(null);
        }
        if (!attempts.methods().contains(given)) {
            flaws.add("/successful_method", "unknown-method", "One of the methods attempted.");
        }
        return given;
    }

    private Proxy proxy(ExtractionReport.Proxy reported) {
        flaws.text("/proxy_url", reported.url());
        return new Proxy(
                reported.used(),
                reported.url() == null ? null : Credentials.maskedInProxyUrl(reported.url()),
                reported.authenticated(),
                reported.status(),
                flaws.message("/proxy_error", reported.error(), LONGEST_PROXY_ERROR));
    }

    private @Nullable Detection detection(ExtractionReport.Detection reported, Article article, Instant eventTime) {
        String parent = "/content_type_detection";
        Optional<Article> page = page(parent, reported, article);
        flaws.text(parent + "/status", reported.status(), LONGEST_STATUS);
        flaws.text(parent + "/confidence", reported.confidence());
        flaws.text(parent + "/version", reported.version());
        Double score = flaws.share(parent + "/confidence_score", reported.confidenceScore());
        Instant detectedAt =
                reported.detectedAt() == null ? eventTime : instant(parent + "/detected_at", reported.detectedAt());
        String reason = flaws.message(parent + "/reason", reported.reason());
        Object evidence = Evidence.masked(reported.evidence(), parent + "/evidence", flaws);
        return page.map(it -> new Detection(
                        it,
                        reported.status(),
                        reported.confidence(),
                        score,
                        reason,
                        evidence,
                        reported.version(),
                        detectedAt))
                .orElse(null);
    }

    private Optional<Article> page(String parent, ExtractionReport.Detection reported, Article article) {
        String articleId = reported.articleId() == null ? article.articleId() : reported.articleId();
        String publisher = reported.publisher() == null ? article.publisher() : reported.publisher();
        flaws.text(parent + "/article_id", articleId, LONGEST_KEY);
        flaws.text(parent + "/publisher", publisher, LONGEST_KEY);
        String url = reported.url() == null ? article.url() : reported.url();
        flaws.text(parent + "/url", url);
        return address(parent + "/url", url)
                .flatMap(page -> (reported.host() == null
                                ? Optional.of(article.host())
                                : host(parent + "/host", reported.host(), page))
                        .map(host -> new Article(articleId, page.url(), publisher, host)));
    }
}
