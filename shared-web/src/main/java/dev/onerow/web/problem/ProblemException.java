package dev.onerow.web.problem;

import java.io.Serial;

/** A problem on its way to the answer. Has no stack trace: it is an answer, not a defect. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** What will be answered. */
    public Problem problem() {
        return problem;
    }
}
