package dev.onerow.persistence.kernel;

import dev.onerow.persistence.SchemaProof;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * The schema proof as part of readiness, wherever Micronaut's management is on the class path: an index that is dropped
 * while running takes the instance out of service. Nobody needs a key to ask, so an answer has to be cheap.
 */
@Singleton
@Readiness
@Requires(classes = AbstractHealthIndicator.class)
final class ProofHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final SchemaProof proof;

    ProofHealth(SchemaProof proof, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.proof = proof;
        this.executorService = executor;
    }

    @Override
    @SingleResult
    protected Map<String, Object> getHealthInformation() {
        SchemaProof.Result result = proof.recent();
        healthStatus = result.holds() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of("tables", result.tables(), "defects", result.defects().size());
    }

    @Override
    protected String getName() {
        return "schema";
    }
}
