package dev.onerow.telemetry.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kind of HTTP error, a function of the status and of nothing else. Counted are exactly the facts that have one,
 * redirects included.
 */
public enum HttpErrorType {
    NO_RESPONSE("0_no_response"),
    REDIRECT("3xx_redirect"),
    CLIENT_ERROR("4xx_client_error"),
    SERVER_ERROR("5xx_server_error");

    private final String word;

    HttpErrorType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The type of a status; null, 1xx and 2xx have none, 0 means that no answer came. */
    public static Optional<HttpErrorType> of(@Nullable Integer status) {
        if (status == null) {
            return Optional.empty();
        }
        if (status == 0) {
            return Optional.of(NO_RESPONSE);
        }
        if (status < 300) {
            return Optional.empty();
        }
        if (status < 400) {
            return Optional.of(REDIRECT);
        }
        return Optional.of(status < 500 ? CLIENT_ERROR : SERVER_ERROR);
    }
}
