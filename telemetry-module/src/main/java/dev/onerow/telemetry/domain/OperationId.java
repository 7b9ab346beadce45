package dev.onerow.telemetry.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** The producer's name of one extraction: 1 to 200 printable ASCII characters without blanks. */
public record OperationId(String value) implements Comparable<OperationId> {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

    public OperationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an operation id (1 to 200 printable ASCII characters)");
        }
    }

    /** The id that the text is, or nothing when it has another form. */
    public static Optional<OperationId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OperationId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(OperationId other) {
        return value.compareTo(other.value);
    }
}
