package dev.onerow.web.problem;

import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.StoreUnavailable;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that is away or stays busy is nobody's defect: 503, and the client may come again. Reads that do not pass
 * the kernel fail with the driver's exceptions, which the store classifies for us.
 */
@Singleton
final class StoreProblems implements ProblemSource {
    private static final Logger LOG = LoggerFactory.getLogger(StoreProblems.class);

    @Override
    public Optional<Problem> problemOf(Throwable failure) {
        boolean away = failure instanceof StoreUnavailable
                || StoreFailure.of(failure).filter(StoreFailure::isTemporary).isPresent();
        if (!away) {
            return Optional.empty();
        }
        LOG.warn("The store is unavailable", failure);
        return Optional.of(Problems.storeUnavailable());
    }
}
