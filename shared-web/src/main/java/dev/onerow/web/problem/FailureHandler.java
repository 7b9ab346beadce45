package dev.onerow.web.problem;

import dev.onerow.web.problem.ProblemProcessor.ProblemAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every exception that the framework has no handler of its own for: problems, and what nobody expected. */
@Singleton
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    private static final Pattern CLIENT_LEFT =
            Pattern.compile("(?i).*(connection (reset|closed|abort)|broken pipe).*", Pattern.DOTALL);

    private final Failures failures;
    private final ProblemAnswers answers;

    FailureHandler(Failures failures, ProblemAnswers answers) {
        this.failures = failures;
        this.answers = answers;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Throwable failure) {
        if (isClientLeaving(failure)) {
            LOG.debug("The request broke off", failure);
            return answers.answer(request, Problems.malformedRequest("The request broke off."), HttpResponse.ok());
        }
        return answers.answer(request, failures.explain(failure), HttpResponse.ok());
    }

    /** Hardly anybody reads the answer then, and the log need not tell. */
    private static boolean isClientLeaving(Throwable failure) {
        Throwable cause = failure.getCause() instanceof IOException io ? io : failure;
        return cause instanceof ClosedChannelException
                || (cause instanceof IOException
                        && CLIENT_LEFT
                                .matcher(String.valueOf(cause.getMessage()))
                                .matches());
    }
}
