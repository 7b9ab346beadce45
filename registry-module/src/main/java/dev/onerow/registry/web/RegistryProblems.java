package dev.onerow.registry.web;

import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.sql.UnsafeSql;
import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.problem.Problems;
import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Every problem that the registry can answer. */
final class RegistryProblems implements Refusal.Cases<Problem> {
    static final String RULE_CODE_WANTED =
            "It must be a rule code: a letter or a digit, then up to 127 of A-Z a-z 0-9 _ . -";

    private static final String SQL = "/sql";
    private static final String CYCLE = "dependency-cycle";
    private static final String CYCLE_TITLE = "Dependency cycle";
    private static final RegistryProblems CASES = new RegistryProblems();

    private RegistryProblems() {}

    static Problem of(Refusal refusal) {
        return refusal.answer(CASES);
    }

    /** The same for an element of a list of codes. */
    static Problem ofElement(Refusal refusal, int place) {
        var problem = of(refusal);
        return refusal instanceof Refusal.InvalidCode
                ? problem.at("/" + place, "invalid-rule-code", RULE_CODE_WANTED)
                : problem;
    }

    static ProblemException exception(Refusal refusal) {
        return of(refusal).asException();
    }

    static Problem invalidRuleCode() {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-rule-code", "Invalid rule code")
                .detail("A rule code starts with a letter or a digit; up to 127 of A-Z a-z 0-9 _ . - follow.");
    }

    static Problem invalidViewName(String name) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-view-name", "Invalid view name")
                .detail("A view name starts with a-z or _; up to 62 of a-z 0-9 _ follow. It does not start with pg_ or"
                        + " sqlite_, and is no name of the service's own tables.")
                .with("table_name", name);
    }

    @Override
    public Problem unknownRule(Refusal.UnknownRule refusal) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-rule", "Unknown rule")
                .detail("There is no rule " + refusal.code() + ".")
                .with("rule_code", refusal.code().value());
    }

    @Override
    public Problem unknownOwner(Refusal.UnknownOwner refusal) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "unknown-rule", "Unknown rule")
                .detail("There is no rule " + refusal.code() + ".")
                .at("/rule_code", "unknown-rule", "There is no such rule.");
    }

    @Override
    public Problem unknownView(Refusal.UnknownView refusal) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-view", "Unknown view")
                .detail("There is no view " + refusal.name() + " here.")
                .with("table_name", refusal.name().value());
    }

    @Override
    public Problem caseConflict(Refusal.CaseConflict refusal) {
        return conflict("rule-code-case-conflict", "Rule code differs in case only")
                .detail("There is a rule whose code differs from " + refusal.code() + " in letter case only.")
                .with("rule_code", refusal.existing().value());
    }

    @Override
    public Problem sqlMissing(Refusal.SqlMissing refusal) {
        return Problems.invalidBody(SQL, "missing", "A new rule needs SQL.");
    }

    @Override
    public Problem conditionFailed(Refusal.ConditionFailed refusal) {
        return Problems.preconditionFailed(refusal.version());
    }

    @Override
    public Problem unsafe(Refusal.Unsafe refusal) {
        UnsafeSql why = refusal.why();
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "unsafe-sql", "Unsafe SQL")
                .detail(why.explanation())
                .error(FieldError.at(SQL, why.reason().code(), why.explanation())
                        .atPosition(why.position()));
    }

    @Override
    public Problem invalidSql(Refusal.InvalidSql refusal) {
        var subject = refusal.subject();
        var detail = "The database does not take the SQL: " + refusal.code().replace('-', ' ')
                + (subject == null ? "." : ", at " + subject + ".");
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-sql", "Invalid SQL")
                .detail(detail)
                .error(at(FieldError.at(SQL, refusal.code(), detail), refusal.position()));
    }

    private static FieldError at(FieldError error, @Nullable Integer position) {
        return position == null ? error : error.atPosition(position);
    }

    @Override
    public Problem readsItself(Refusal.ReadsItself refusal) {
        boolean directly = refusal.view().equals(refusal.through());
        return conflict(CYCLE, CYCLE_TITLE)
                .detail(
                        directly
                                ? refusal.view() + " would read itself."
                                : refusal.view() + " would read itself through " + refusal.through() + ".")
                .at(SQL, CYCLE, "It names " + refusal.through() + ".");
    }

    @Override
    public Problem outsideSchemas(Refusal.OutsideSchemas refusal) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "schema-not-readable", "Schema not readable")
                .detail("Rules may not read " + refusal.object() + ".")
                .at(SQL, "schema-not-readable", "It reads " + refusal.object() + ".");
    }

    @Override
    public Problem invalidName(Refusal.InvalidName refusal) {
        return invalidViewName(refusal.name()).at("/table_name", "invalid-view-name", "Give another table_name.");
    }

    @Override
    public Problem nameTaken(Refusal.NameTaken refusal) {
        return conflict("view-name-taken", "View name taken")
                .detail("A " + refusal.kind() + " is named " + refusal.name() + ": give another table_name.")
                .with("table_name", refusal.name().value());
    }

    @Override
    public Problem ambiguous(Refusal.Ambiguous refusal) {
        return conflict("ambiguous-view", "Ambiguous view")
                .detail(refusal.code() + " has several views: choose one with table_name.")
                .with("table_names", refusal.names());
    }

    @Override
    public Problem notRegistered(Refusal.NotRegistered refusal) {
        return conflict("view-not-registered", "View not registered")
                .detail("A view " + refusal.name()
                        + " exists that is not registered: register it first, or give another" + " table_name.")
                .with("table_name", refusal.name().value());
    }

    @Override
    public Problem ownedByAnother(Refusal.OwnedByAnother refusal) {
        return conflict("view-owned-by-another-rule", "View owned by another rule")
                .detail(refusal.name() + " belongs to " + refusal.owner() + ".")
                .with("rule_code", refusal.owner().value());
    }

    @Override
    public Problem brokenDependant(Refusal.BrokenDependant refusal) {
        var column = refusal.column();
        var problem = conflict("dependant-broken", "Dependant broken")
                .detail(refusal.view() + " reads this view and cannot go on"
                        + (column == null ? "." : " without column " + column + "."))
                .with("dependant", refusal.view());
        return column == null ? problem : problem.with("column", column);
    }

    @Override
    public Problem fixedDependant(Refusal.FixedDependant refusal) {
        return conflict("dependant-not-rebuildable", "Dependant cannot be rebuilt")
                .detail("This depends on the view and cannot be made again: " + refusal.object() + ".")
                .with("dependant", refusal.object());
    }

    @Override
    public Problem hasDependants(Refusal.HasDependants refusal) {
        return conflict("view-has-dependants", "View has dependants")
                .detail(refusal.dependants().size() + " views read " + refusal.name() + ".")
                .with("dependants", refusal.dependants());
    }

    @Override
    public Problem notReadable(Refusal.NotReadable refusal) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "view-not-readable", "View not readable")
                .detail(
                        refusal.tooSlow()
                                ? "A row of " + refusal.view() + " takes too long to be made."
                                : "The rows of " + refusal.view() + " cannot be read: a cast or a division perhaps.")
                .with("table_name", refusal.view());
    }

    @Override
    public Problem unknownColumn(Refusal.UnknownColumn refusal) {
        return Problems.invalidParameter("sort", "unknown-column", refusal.name() + " has no such column.");
    }

    @Override
    public Problem cycle(Refusal.Cycle refusal) {
        return conflict(CYCLE, CYCLE_TITLE)
                .detail(refusal.code() + " waits for rules that wait for it.")
                .with("rule_code", refusal.code().value());
    }

    @Override
    public Problem invalidCode(Refusal.InvalidCode refusal) {
        return invalidRuleCode();
    }

    @Override
    public Problem busy(Refusal.Busy refusal) {
        return Problems.storeUnavailable()
                .detail("Not obtained within 10 seconds: " + refusal.lock() + ". Nothing was changed.");
    }

    private static Problem conflict(String name, String title) {
        return Problem.of(HttpStatus.CONFLICT, name, title);
    }
}
