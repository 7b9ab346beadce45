package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.RefusedException;
import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemSource;
import dev.onerow.web.problem.Problems;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** All problems of its own that the ledger answers. */
@Singleton
final class LedgerProblems implements ProblemSource {

    @Override
    public Optional<Problem> problemOf(Throwable failure) {
        return failure instanceof RefusedException refused ? Optional.of(of(refused.refusal())) : Optional.empty();
    }

    /** What a refusal is on the wire. */
    static Problem of(Refusal refusal) {
        Problem problem = named(refusal);
        for (Map.Entry<String, Object> member : refusal.members().entrySet()) {
            problem = problem.with(member.getKey(), member.getValue());
        }
        return problem;
    }

    /** 422: an id in the path has not the form of one. */
    static Problem invalidId(String parameter, String word) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-" + word + "-id", "Invalid id")
                .detail("An id has 1 to 64 of A-Z a-z 0-9 . _ : -")
                .error(FieldError.parameter(parameter, "invalid-form", "1 to 64 of A-Z a-z 0-9 . _ : -"));
    }

    private static Problem named(Refusal refusal) {
        return switch (refusal.reason()) {
            case PRECONDITION_FAILED -> Problems.preconditionFailed(refusal.detail());
            case INVALID ->
                Problems.invalidBody(refusal.problems().stream()
                        .map(each -> FieldError.at(each.pointer(), each.code(), each.detail()))
                        .toList());
            case UNKNOWN_ACCOUNT -> missing("account", refusal);
            case UNKNOWN_TRANSACTION -> missing("transaction", refusal);
            case UNKNOWN_IMPORT -> missing("import", refusal);
            case UNKNOWN_PROFILE -> missing("csv-profile", refusal);
            case UNKNOWN_TEMPLATE -> missing("category-template", refusal);
            case UNKNOWN_CATEGORY -> missing("category", refusal);
            case UNKNOWN_RULE -> missing("category-rule", refusal);
            case UNKNOWN_LEDGER -> missing("ledger", refusal);
            case UNKNOWN_MAPPING -> missing("category-of-transaction", refusal);
            case PROFILE_NEEDED -> invalid("unknown-profile", "Unknown profile", refusal);
            case AMBIGUOUS_ACCOUNT -> invalid("ambiguous-account", "Ambiguous account", refusal);
            case UNSUPPORTED_STATEMENT -> invalid("unsupported-statement", "Unsupported statement", refusal);
            case UNREADABLE_FILE -> invalid("unreadable-file", "Unreadable file", refusal);
            case WRONG_PROFILE -> invalid("wrong-profile", "Wrong profile", refusal);
            case NO_VALID_TRANSACTIONS -> invalid("no-valid-transactions", "No valid transactions", refusal);
            case CURRENCY_IN_USE -> conflict("currency-in-use", "Currency in use", refusal);
            case OTHER_ACCOUNT -> conflict("transaction-of-another-account", "Transaction of another account", refusal);
            case TRANSACTION_LOCKED -> conflict("transaction-locked", "Transaction locked", refusal);
            case LOCKED_TRANSACTIONS -> conflict("locked-transactions", "Locked transactions", refusal);
            case ACCOUNT_MISMATCH -> conflict("account-mismatch", "Account mismatch", refusal);
            case CATEGORY_IN_USE -> conflict("category-in-use", "Category in use", refusal);
            case TEMPLATE_IN_USE -> conflict("template-in-use", "Template in use", refusal);
            case OTHER_TEMPLATE -> conflict("part-of-another-template", "Part of another template", refusal);
            case DEFAULT_LEDGER -> conflict("default-ledger", "Default ledger", refusal);
            case LEDGER_HAS_MAPPINGS -> conflict("ledger-has-categories", "Ledger has categories", refusal);
            case NO_TEMPLATE -> conflict("ledger-without-template", "Ledger without template", refusal);
        };
    }

    private static Problem missing(String what, Refusal refusal) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-" + what, "Unknown " + what.replace('-', ' '))
                .detail(refusal.detail());
    }

    private static Problem invalid(String name, String title, Refusal refusal) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, name, title).detail(refusal.detail());
    }

    private static Problem conflict(String name, String title, Refusal refusal) {
        return Problem.of(HttpStatus.CONFLICT, name, title).detail(refusal.detail());
    }
}
