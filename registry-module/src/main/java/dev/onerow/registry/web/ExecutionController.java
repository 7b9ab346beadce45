package dev.onerow.registry.web;

import dev.onerow.registry.application.Answer;
import dev.onerow.registry.application.ExecuteRules;
import dev.onerow.registry.domain.Effect;
import dev.onerow.web.bulk.BulkAnswers;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.ReadTexts;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Many rules executed at once. */
@Controller("/v1/registry/executions")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExecutionController {
    private final ExecuteRules executeRules;
    private final BulkAnswers answers;

    ExecutionController(ExecuteRules executeRules, BulkAnswers answers) {
        this.executeRules = executeRules;
        this.answers = answers;
    }

    @Post
    @ApiResponse(responseCode = "207")
    @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    HttpResponse<?> execute(@Nullable @Body @ReadTexts JsonBody body) {
        List<String> codes = body == null ? List.of() : body.readTexts();
        return answers.answer(sink -> {
            var place = new AtomicInteger();
            executeRules.execute(codes, (code, answer) -> sink.answer(line(code, answer, place.getAndIncrement())));
        });
    }

    private static LineAnswer line(String code, Answer<Effect> answer, int place) {
        return answer.answer(
                effect -> LineAnswer.of(Map.of("rule_code", code), Outcomes.of(effect)),
                why -> LineAnswer.rejected(RegistryProblems.ofElement(why, place)));
    }
}
