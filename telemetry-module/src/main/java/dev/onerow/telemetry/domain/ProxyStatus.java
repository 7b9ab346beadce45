package dev.onerow.telemetry.domain;

import java.util.Locale;
import java.util.Optional;

/** What became of the proxy; stored as its number. Not known is stored as null. */
public enum ProxyStatus {
    DISABLED(0),
    SUCCESS(1),
    FAILED(2),
    BYPASSED(3);

    private final int number;

    ProxyStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<ProxyStatus> ofNumber(long number) {
        return number >= 0 && number < values().length ? Optional.of(values()[(int) number]) : Optional.empty();
    }

    /** The status of that name, in any case. */
    public static Optional<ProxyStatus> ofWord(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (ProxyStatus status : values()) {
            if (status.name().equals(upper)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
