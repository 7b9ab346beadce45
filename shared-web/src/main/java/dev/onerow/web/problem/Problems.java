package dev.onerow.web.problem;

import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The problems that every part of the service can answer. Each type has a paragraph in {@code docs/problems.md}. */
public final class Problems {
    private static final int MOST_TOLD = 3;

    private Problems() {}

    /** 400: not JSON at all, or with a member or parameter that nobody knows. */
    public static Problem malformedRequest(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-request", "Malformed request")
                .detail(detail);
    }

    /** 422: JSON, but not what this call takes. */
    public static Problem invalidBody(List<FieldError> errors) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body", "Invalid body")
                .detail(detailOf(errors))
                .errors(errors);
    }

    /** 422: one value of the body is not what this call takes. */
    public static Problem invalidBody(String pointer, String code, String detail) {
        return invalidBody(List.of(FieldError.at(pointer, code, detail)));
    }

    /** 422: parameters of the query that this call does not take so. */
    public static Problem invalidParameters(List<FieldError> errors) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-parameter", "Invalid parameter")
                .detail(detailOf(errors))
                .errors(errors);
    }

    /** 422: one parameter of the query that this call does not take so. */
    public static Problem invalidParameter(String name, String code, String detail) {
        return invalidParameters(List.of(FieldError.parameter(name, code, detail)));
    }

    /** 412: what the request's If-Match or If-None-Match asks for is not so. */
    public static Problem preconditionFailed(String detail) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed", "Precondition failed")
                .detail(detail);
    }

    /** 412: the same of a row in this version; null when there is no such row. */
    public static Problem preconditionFailed(@Nullable Long storedVersion) {
        return preconditionFailed(
                storedVersion == null ? "There is no such row." : "The row has version " + storedVersion + ".");
    }

    /** 413: longer than the service takes. */
    public static Problem tooLarge(String detail) {
        return Problem.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "Too large")
                .detail(detail);
    }

    /** 415: a body of a media type that this call does not read. */
    public static Problem unsupportedMediaType(String detail) {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Unsupported media type")
                .detail(detail);
    }

    /** 503: the database is away or stays busy. What was not answered may be sent again. */
    public static Problem storeUnavailable() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable", "Store unavailable")
                .detail("The database does not answer at the moment; sending the same again is safe.")
                .header("Retry-After", "2");
    }

    static Problem internal(String reference) {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Internal error")
                .detail("The service failed; the log has the reason under the reference.")
                .with("reference", reference);
    }

    private static String detailOf(List<FieldError> errors) {
        String told = errors.stream().limit(MOST_TOLD).map(FieldError::sentence).collect(Collectors.joining(" "));
        return errors.size() <= MOST_TOLD ? told : told + " And " + (errors.size() - MOST_TOLD) + " more.";
    }
}
