package dev.onerow.telemetry.web;

import dev.onerow.telemetry.application.AuditCounters;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Nothing;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Counters held against the facts. */
@Controller("/v1/telemetry")
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditController {
    private final AuditCounters auditCounters;

    AuditController(AuditCounters auditCounters) {
        this.auditCounters = auditCounters;
    }

    @Get("/audit")
    AuditView audit() {
        return AuditView.of(auditCounters.audit());
    }

    @Post("/rebuild")
    RebuildView rebuild(@Nullable @Body @ReadBy(Nothing.class) JsonBody body) {
        JsonBody.orEmptyObject(body).read(new Nothing()::read);
        return RebuildView.of(auditCounters.rebuild());
    }
}
