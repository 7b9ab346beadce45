package dev.onerow.web.problem;

import dev.onerow.web.trace.RequestId;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives every error of the framework the form of a problem. The framework's own messages are dropped: they repeat the
 * text of exceptions.
 */
@Singleton
@Primary
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {
    private final Failures failures;
    private final ProblemAnswers answers;

    ProblemProcessor(Failures failures, ProblemAnswers answers) {
        this.failures = failures;
        this.answers = answers;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        String path = cause instanceof URISyntaxException malformed
                ? pathOf(malformed)
                : context.getRequest().getPath();
        return answers.answer(context.getRequest(), path, problemOf(cause, response.status()), response);
    }

    /** The framework takes what it cannot read for the path "/". The percent signs are escaped, which makes it readable. */
    private static String pathOf(URISyntaxException malformed) {
        String target = malformed.getInput();
        int query = target.indexOf('?');
        try {
            return new URI(null, null, query < 0 ? target : target.substring(0, query), null).getRawPath();
        } catch (URISyntaxException hopeless) {
            return "/";
        }
    }

    private Problem problemOf(@Nullable Throwable cause, HttpStatus status) {
        if (cause instanceof ConversionErrorException conversion) {
            return unreadable(conversion.getArgument(), conversion);
        }
        if (cause instanceof UnsatisfiedRouteException unsatisfied) {
            return missing(unsatisfied.getArgument());
        }
        Optional<Problem> known = cause == null ? Optional.empty() : failures.known(cause);
        if (known.isPresent()) {
            return known.get();
        }
        return cause != null && status.getCode() >= 500 ? failures.explain(cause) : ofStatus(status);
    }

    private Problem unreadable(Argument<?> argument, ConversionErrorException conversion) {
        Optional<Problem> refusal =
                failures.known(conversion.getConversionError().getCause());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String name = nameOf(argument);
        if (argument.isAnnotationPresent(Body.class)) {
            return Problems.invalidBody("", "wrong-type", "The body is not what this call takes.");
        }
        if (argument.isAnnotationPresent(QueryValue.class)) {
            return Problems.invalidParameter(name, "wrong-type", "It must be of another type.");
        }
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-path", "Invalid path")
                .detail("The path has no valid " + name + ".")
                .error(FieldError.parameter(name, "invalid-form", "It has not the form of a " + name + "."));
    }

    private static Problem missing(Argument<?> argument) {
        String name = nameOf(argument);
        if (argument.isAnnotationPresent(QueryValue.class)) {
            return Problems.invalidParameter(name, "missing", "It is required.");
        }
        return Problems.malformedRequest("The body is missing or cannot be read.");
    }

    private static String nameOf(Argument<?> argument) {
        return List.of(QueryValue.class, PathVariable.class).stream()
                .flatMap(annotation -> argument.getAnnotationMetadata().stringValue(annotation).stream())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(argument.getName());
    }

    private static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> Problems.malformedRequest("The request cannot be read.");
            case NOT_FOUND ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "Not found").detail("There is nothing at this path.");
            case METHOD_NOT_ALLOWED ->
                Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed")
                        .detail("The header Allow lists the methods of this path.");
            case NOT_ACCEPTABLE ->
                Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not acceptable")
                        .detail("This call does not answer in the accepted media types.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problems.unsupportedMediaType("This call does not read bodies of this media type.");
            case REQUEST_ENTITY_TOO_LARGE -> Problems.tooLarge("The request is longer than the service takes.");
            default -> Problem.of(status, nameOf(status), status.getReason());
        };
    }

    private static String nameOf(HttpStatus status) {
        return status.getReason().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Writes problems into answers. */
    @Singleton
    static final class ProblemAnswers {
        MutableHttpResponse<Problem> answer(HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
            return answer(request, request.getPath(), problem, response);
        }

        MutableHttpResponse<Problem> answer(
                HttpRequest<?> request, String path, Problem problem, MutableHttpResponse<?> response) {
            response.status(problem.status());
            RequestId.tell(request, response);
            problem.headers().forEach(response::header);
            return response.contentType(Problem.MEDIA_TYPE).body(problem.inAnswerTo(path));
        }
    }
}
