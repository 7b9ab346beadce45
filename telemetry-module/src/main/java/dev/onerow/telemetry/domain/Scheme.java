package dev.onerow.telemetry.domain;

import java.util.Locale;
import java.util.Optional;

/** The schemes of addresses that can be extracted, with the port that goes without saying. */
enum Scheme {
    HTTP(80),
    HTTPS(443);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    int defaultPort() {
        return defaultPort;
    }

    static Optional<Scheme> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "http" -> Optional.of(HTTP);
            case "https" -> Optional.of(HTTPS);
            default -> Optional.empty();
        };
    }
}
