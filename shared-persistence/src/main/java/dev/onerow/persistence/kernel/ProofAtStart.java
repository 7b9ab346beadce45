package dev.onerow.persistence.kernel;

import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.UnprovenSchema;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the start before a port is opened when the database cannot be written as declared. */
@Singleton
@Requires(property = "onerow.proof.at-start", notEquals = StringUtils.FALSE)
final class ProofAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(ProofAtStart.class);

    private final SchemaProof proof;

    ProofAtStart(SchemaProof proof) {
        this.proof = proof;
    }

    @EventListener
    void prove(StartupEvent event) {
        SchemaProof.Result result = proof.recent();
        if (!result.holds()) {
            throw new UnprovenSchema(result);
        }
        for (SchemaProof.Finding notice : result.notices()) {
            // What somebody can mend before it becomes a defect, such as a sequence that comes to its end.
            if (!notice.repair().isEmpty()) {
                LOG.warn("{}", notice.text());
            }
        }
    }
}
