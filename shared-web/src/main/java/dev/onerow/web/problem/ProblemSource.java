package dev.onerow.web.problem;

import java.util.Optional;

/**
 * A bean that knows what some exceptions mean to a client. Asked for an exception that is no problem itself, and for
 * each of its causes, before the answer becomes an internal error. Thread-safe.
 */
@FunctionalInterface
public interface ProblemSource {
    /** The problem that this very exception stands for, or none when it is not known here. */
    Optional<Problem> problemOf(Throwable failure);
}
