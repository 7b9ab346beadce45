package dev.onerow.telemetry.web;

import dev.onerow.telemetry.application.AuditCounters;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

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
    @Consumes(MediaType.ALL)
    RebuildView rebuild() {
        return RebuildView.of(auditCounters.rebuild());
    }
}
