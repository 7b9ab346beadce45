package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.FieldFlags;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** For each field whether it was extracted. */
@Serdeable
record FlagsView(boolean title, boolean author, boolean content, boolean publishDate) {
    static FlagsView of(FieldFlags flags) {
        return new FlagsView(flags.title(), flags.author(), flags.content(), flags.publishDate());
    }

    static @Nullable FlagsView ofKnown(@Nullable FieldFlags flags) {
        return flags == null ? null : of(flags);
    }
}
