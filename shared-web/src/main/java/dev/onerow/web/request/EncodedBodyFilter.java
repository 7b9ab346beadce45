package dev.onerow.web.request;

import dev.onerow.web.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Refuses compressed bodies, before anything is read. Netty's decompression, which is turned off in the settings, takes a
 * body that breaks off for a whole one, so that half of it would be written and called all.
 */
@ServerFilter("/v1/**")
final class EncodedBodyFilter {
    private static final String PLAIN = "identity";

    @RequestFilter
    void refuseEncoded(HttpRequest<?> request) {
        for (String coding : request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING)) {
            if (!coding.strip().equalsIgnoreCase(PLAIN)) {
                throw Problems.unsupportedMediaType("Content-Encoding " + coding + ": send the body as it is.")
                        .header(HttpHeaders.ACCEPT_ENCODING, PLAIN)
                        .asException();
            }
        }
    }
}
