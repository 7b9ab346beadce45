package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.web.request.PathIds;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;

/** Operation ids and hosts as they stand in a path. */
@Factory
class PathValues {
    @Singleton
    TypeConverter<String, OperationId> operationId() {
        return PathIds.of(OperationId::new, text -> TelemetryProblems.invalidOperationId());
    }

    /** In whatever spelling: it is normalised like the host of a page, but keeps its port, having no scheme. */
    @Singleton
    TypeConverter<String, Host> host() {
        return PathIds.of(
                text -> Host.parseKeepingPort(text).orElseThrow(IllegalArgumentException::new),
                text -> TelemetryProblems.invalidHost());
    }
}
