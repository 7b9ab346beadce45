package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Sha256;
import dev.onerow.web.condition.ETag;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tags of answers that are derived: equal exactly when the version is and all that is shown, on every instance. */
@Singleton
final class DerivedTags {
    private static final int DIGITS = 16;

    private final JsonMapper json;

    DerivedTags(JsonMapper json) {
        this.json = json;
    }

    ETag of(long version, Object view) {
        try {
            return ETag.weak(version, Sha256.of(json.writeValueAsBytes(view)).substring(0, DIGITS));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
