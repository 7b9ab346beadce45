package dev.onerow.registry.web;

import dev.onerow.registry.application.FindDrift;
import dev.onerow.registry.domain.Drift;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Where registry and database disagree. */
@Controller("/v1/registry/drift")
@ExecuteOn(TaskExecutors.BLOCKING)
class DriftController {
    private final FindDrift findDrift;

    DriftController(FindDrift findDrift) {
        this.findDrift = findDrift;
    }

    @Get
    DriftAnswer drift() {
        return DriftAnswer.of(findDrift.find());
    }

    /** Names of views, each list in order. */
    @Serdeable
    record DriftAnswer(List<String> missing, List<String> orphaned, List<String> handEdited) {
        static DriftAnswer of(Drift drift) {
            return new DriftAnswer(drift.missing(), drift.orphaned(), drift.handEdited());
        }
    }
}
