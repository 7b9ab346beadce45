package dev.onerow.persistence.kernel;

import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.UnprovenSchema;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Stops the start before a port is opened when the database cannot be written as declared. */
@Singleton
@Requires(property = "onerow.proof.at-start", notEquals = StringUtils.FALSE)
final class ProofAtStart {
    private final SchemaProof proof;

    ProofAtStart(SchemaProof proof) {
        this.proof = proof;
    }

    @EventListener
    void prove(StartupEvent event) {
        SchemaProof.Result result = proof.prove();
        if (!result.holds()) {
            throw new UnprovenSchema(result);
        }
    }
}
