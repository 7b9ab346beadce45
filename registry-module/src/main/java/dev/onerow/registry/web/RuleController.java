package dev.onerow.registry.web;

import dev.onerow.registry.application.ExecuteRule;
import dev.onerow.registry.application.RemoveRule;
import dev.onerow.registry.application.SaveRules;
import dev.onerow.registry.domain.Place;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.DryRun;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import dev.onerow.web.trace.RequestId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules: saved, listed, executed, removed. */
@Controller(RuleController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class RuleController {
    static final String PATH = "/v1/registry/rules";

    private final Rules rules;
    private final SaveRules saveRules;
    private final ExecuteRule executeRule;
    private final RemoveRule removeRule;
    private final RuleLines ruleLines;

    RuleController(
            Rules rules, SaveRules saveRules, ExecuteRule executeRule, RemoveRule removeRule, RuleLines ruleLines) {
        this.rules = rules;
        this.saveRules = saveRules;
        this.executeRule = executeRule;
        this.removeRule = removeRule;
        this.ruleLines = ruleLines;
    }

    @Put("/{rule_code}")
    @ApiResponse(responseCode = "409", description = "There is a rule whose code differs in letter case only")
    HttpResponse<Stored<RuleAnswer>> put(
            @PathVariable("rule_code") RuleCode ruleCode,
            @Body @ReadBy(RuleLines.class) JsonBody body,
            Conditions conditions) {
        var change = body.read(in -> RuleRequest.read(in, ruleCode));
        return saveRules
                .save(change, conditions::permit, requestId())
                .answer(
                        saved -> Answers.stored(
                                Outcomes.of(saved.effect()),
                                Answers.path(PATH, ruleCode.value()),
                                tag(saved.rule()),
                                RuleAnswer.of(saved.rule())),
                        why -> {
                            throw RegistryProblems.exception(why);
                        });
    }

    @Post("/bulk")
    @Consumes({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    HttpResponse<?> bulk(@ReadBy(RuleLines.class) BulkRequest request) {
        return request.answer(ruleLines);
    }

    @Get
    Page<RuleAnswer> list(@ReadBy(Listing.OfRules.class) Query query) {
        return Listing.ofRules(query)
                .page(
                        rules,
                        RuleAnswer::of,
                        rule -> rule.rule().code().value(),
                        rule -> new Place(rule.row().updatedAt(), rule.id()));
    }

    @Get("/{rule_code}")
    HttpResponse<RuleAnswer> get(@PathVariable("rule_code") RuleCode ruleCode, Conditions conditions) {
        var rule = existing(ruleCode);
        return Answers.found(conditions, tag(rule), RuleAnswer.of(rule));
    }

    @Get("/{rule_code}/versions")
    Page<SqlVersionAnswer> versions(
            @PathVariable("rule_code") RuleCode ruleCode, @ReadBy(PageParameters.class) Query query) {
        var paging = query.read(in -> Paging.of(query, in));
        int below = paging.after().map(position -> (int) position.number(0)).orElse(Integer.MAX_VALUE);
        long id = existing(ruleCode).id();
        return paging.page(
                limit -> rules.sizesBelow(id, below, limit),
                limit -> rules.versionsBelow(id, below, limit),
                SqlVersionAnswer::of,
                version -> List.of(version.sqlVersion()));
    }

    @Delete("/{rule_code}")
    HttpResponse<?> delete(@PathVariable("rule_code") RuleCode ruleCode, Conditions conditions) {
        removeRule.remove(ruleCode, conditions::permit).orElseThrow(RegistryProblems::exception);
        return Answers.deleted();
    }

    @Post("/{rule_code}/execute")
    @ApiResponse(responseCode = "409", description = "The view, or what depends on it, stands in the way")
    ExecutionAnswer execute(
            @PathVariable("rule_code") RuleCode ruleCode,
            @Nullable @Body @ReadBy(ExecutionRequest.class) JsonBody body,
            @ReadBy(DryRun.class) Query query,
            Conditions conditions) {
        boolean dryRun = query.read(new DryRun()::read);
        var order = JsonBody.orEmptyObject(body).read(in -> ExecutionRequest.read(in, ruleCode, dryRun));
        return ExecutionAnswer.of(
                executeRule.execute(order, conditions::permit).orElseThrow(RegistryProblems::exception));
    }

    private StoredRule existing(RuleCode code) {
        return rules.find(code).orElseThrow(() -> RegistryProblems.exception(new Refusal.UnknownRule(code)));
    }

    private static ETag tag(StoredRule rule) {
        return ETag.of(rule.row().version());
    }

    private static @Nullable String requestId() {
        return RequestId.current().map(RequestId::text).orElse(null);
    }
}
