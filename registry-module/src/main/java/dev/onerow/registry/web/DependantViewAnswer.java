package dev.onerow.registry.web;

import dev.onerow.registry.application.FindDependants.Found;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A view that reads another one, on the wire. */
@Serdeable
record DependantViewAnswer(
        String tableName,
        int distance,
        boolean registered,
        @Nullable String ruleCode) {

    static DependantViewAnswer of(Found found) {
        var owner = found.owner();
        return new DependantViewAnswer(
                found.name(), found.distance(), found.registered(), owner == null ? null : owner.value());
    }
}
