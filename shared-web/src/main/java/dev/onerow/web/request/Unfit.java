package dev.onerow.web.request;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A raw value that cannot be read as what was asked for. Never leaves this package, and has no stack trace. */
final class Unfit extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String detail;

    private Unfit(String code, @Nullable String detail) {
        super(code, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    static Unfit wrongType() {
        return new Unfit("wrong-type", null);
    }

    static Unfit outOfRange() {
        return new Unfit("out-of-range", "It is too large or too small.");
    }

    static Unfit repeated() {
        return new Unfit("repeated", "It stands in the query more than once.");
    }

    static Unfit invalidText() {
        return new Unfit("invalid-text", "U+0000 cannot be stored.");
    }

    String code() {
        return code;
    }

    /** What to tell the client, when the kind of value asked for has nothing better to say. */
    String detailOr(String kind) {
        return detail == null ? kind : detail;
    }
}
