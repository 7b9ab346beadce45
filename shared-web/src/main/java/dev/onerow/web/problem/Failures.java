package dev.onerow.web.problem;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever was thrown into the problem to answer. What nobody knows is a defect of ours: it is logged here, once,
 * under a reference, and the client learns the reference alone. Thread-safe.
 */
@Singleton
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final List<ProblemSource> sources;

    Failures(List<ProblemSource> sources) {
        this.sources = sources;
    }

    /** The problem that this exception or one of its causes stands for, else an internal error, which is logged. */
    public Problem explain(Throwable failure) {
        return known(failure).orElseGet(() -> internal(failure));
    }

    /** The problem that this exception or one of its causes stands for. */
    public Optional<Problem> known(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 50; cause = causeOf(cause)) {
            if (cause instanceof ProblemException refusal) {
                return Optional.of(refusal.problem());
            }
            for (ProblemSource source : sources) {
                Optional<Problem> problem = source.problemOf(cause);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            depth++;
        }
        return Optional.empty();
    }

    private static @Nullable Throwable causeOf(Throwable cause) {
        return cause.getCause();
    }

    private static Problem internal(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("Internal error, reference {}", reference, failure);
        return Problems.internal(reference);
    }
}
