package dev.onerow.benchmarks.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** Extractions by number, each always the same: 2,000 hosts, two attempts, three in ten an error, one in ten a detection. */
final class Sample {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOSTS = 2_000;
    private static final int[] STATUSES = {200, 200, 200, 200, 200, 200, 200, 404, 302, 503};

    private Sample() {}

    static String operation(int number) {
        return "2026-crawl-" + number;
    }

    static String host(int number) {
        return "www.publisher-" + number % HOSTS + ".example";
    }

    static int status(int number) {
        return STATUSES[(number / 7 + number) % STATUSES.length];
    }

    static Instant at(int number) {
        return BEGIN.plusSeconds(31L * number);
    }

    /** Whether it moves a counter. */
    static boolean isError(int number) {
        return status(number) >= 300;
    }

    static boolean isDetected(int number) {
        return number % 10 == 3;
    }

    /** The attempts of one extraction. */
    static int attempts() {
        return 2;
    }

    /** A line of a bulk request, about 700 bytes. */
    static byte[] line(int number) {
        boolean found = !isError(number);
        return String.format(
                        Locale.ROOT,
                        """
                        {"operation_id":"%s","article_id":"article-%d","url":"https://%s/2026/story-%d.html?ref=front","publisher":"Publisher %d",\
                        "start_time":"%s","total_duration_ms":%d.5,"http_status_code":%d,"response_time_ms":%d,"response_size_bytes":%d,\
                        "method_attempts":[{"method":"newspaper4k","duration_ms":%d.25,"success":%b,"fields":{"title":%b,"content":false}},\
                        {"method":"beautifulsoup","duration_ms":%d,"success":%b,"fields":{"title":%b,"author":%b,"content":%b,"publish_date":true}}],\
                        "final_field_attribution":{"title":"newspaper4k","content":"beautifulsoup"},"proxy_used":false%s}
                        """,
                        operation(number),
                        number % 150_000,
                        host(number),
                        number,
                        number % 300,
                        at(number),
                        120 + number % 900,
                        status(number),
                        40 + number % 300,
                        20_000 + number % 9_000,
                        30 + number % 200,
                        false,
                        found,
                        60 + number % 500,
                        found,
                        found,
                        number % 3 > 0,
                        found,
                        isDetected(number) ? detection(number) : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String detection(int number) {
        return ",\"content_type_detection\":{\"status\":\"opinion\",\"confidence\":\"high\",\"confidence_score\":0."
                + number % 10 + ",\"reason\":\"section\",\"evidence\":{\"path\":[\"opinion\"]},\"version\":\"2\"}";
    }
}
