package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Flaw;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.Problems;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** All problems of its own that telemetry answers. None of them repeats an address, which may hold a credential. */
final class TelemetryProblems {
    static final String OPERATION_ID_FORM = "An operation id is 1 to 200 printable ASCII characters without blanks.";
    private static final String HOST_FORM = "A host is a name or an address, with a port where needed.";

    private TelemetryProblems() {}

    static Problem invalidOperationId() {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-operation-id", "Invalid operation id")
                .detail(OPERATION_ID_FORM)
                .error(FieldError.parameter("operation_id", "invalid-form", OPERATION_ID_FORM));
    }

    static Problem invalidHost() {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-host", "Invalid host")
                .detail(HOST_FORM)
                .error(FieldError.parameter("host", "invalid-form", HOST_FORM));
    }

    /** A report that is well-formed and wrong: everything that is wrong with it, under the address when that is. */
    static Problem refused(List<Flaw> flaws) {
        List<FieldError> errors = flaws.stream()
                .map(flaw -> FieldError.at(flaw.pointer(), flaw.code(), flaw.detail()))
                .toList();
        return flaws.stream()
                .filter(flaw -> flaw.kind() == Flaw.Kind.INVALID_URL)
                .findFirst()
                .map(flaw -> Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-url", "Invalid URL")
                        .detail(flaw.detail())
                        .errors(errors))
                .orElseGet(() -> Problems.invalidBody(errors));
    }

    static Problem unknownExtraction(OperationId id) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-extraction", "Unknown extraction")
                .detail("No extraction " + id.value() + " is stored.")
                .with("operation_id", id.value());
    }

    static Problem unknownSite(Host host) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-site", "Unknown site")
                .detail("Nobody has ever paused " + host.value() + ".")
                .with("host", host.value());
    }
}
