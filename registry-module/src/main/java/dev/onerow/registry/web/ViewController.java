package dev.onerow.registry.web;

import dev.onerow.registry.application.FindDependants;
import dev.onerow.registry.application.RegisterView;
import dev.onerow.registry.application.RemoveView;
import dev.onerow.registry.domain.Place;
import dev.onerow.registry.domain.Refusal;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.page.Position;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;

/** Registered views: registered, listed, removed, and who reads them. */
@Controller(ViewController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class ViewController {
    static final String PATH = "/v1/registry/views";

    private final RegisteredViews registered;
    private final RegisterView registerView;
    private final RemoveView removeView;
    private final FindDependants findDependants;

    ViewController(
            RegisteredViews registered,
            RegisterView registerView,
            RemoveView removeView,
            FindDependants findDependants) {
        this.registered = registered;
        this.registerView = registerView;
        this.removeView = removeView;
        this.findDependants = findDependants;
    }

    @Put("/{table_name}")
    @ApiResponse(responseCode = "409", description = "The view belongs to another rule, or its name to something else")
    HttpResponse<Stored<ViewAnswer>> put(
            @PathVariable("table_name") ViewName tableName,
            @Body @ReadBy(ViewRequest.class) JsonBody body,
            @ReadBy(ViewRequest.Parameters.class) Query query,
            Conditions conditions) {
        boolean transfer = query.read(ViewRequest::transfer);
        var registration = body.read(in -> ViewRequest.read(in, tableName, transfer, conditions::permit));
        var done = registerView.register(registration).orElseThrow(RegistryProblems::exception);
        return Answers.stored(
                Outcomes.of(done.effect()),
                Answers.path(PATH, tableName.value()),
                tag(done.view()),
                ViewAnswer.of(done.view()));
    }

    @Get
    Page<ViewAnswer> list(@ReadBy(Listing.OfViews.class) Query query) {
        return Listing.ofViews(query)
                .page(
                        registered,
                        ViewAnswer::of,
                        view -> view.view().name().value(),
                        view -> new Place(view.row().updatedAt(), view.id()));
    }

    @Get("/{table_name}")
    HttpResponse<ViewAnswer> get(@PathVariable("table_name") ViewName tableName, Conditions conditions) {
        var view = registered
                .find(tableName)
                .orElseThrow(() -> RegistryProblems.exception(new Refusal.UnknownView(tableName)));
        return Answers.found(conditions, tag(view), ViewAnswer.of(view));
    }

    @Get("/{table_name}/dependants")
    Page<DependantViewAnswer> dependants(
            @PathVariable("table_name") ViewName tableName, @ReadBy(PageParameters.class) Query query) {
        var paging = query.read(in -> Paging.of(query, in));
        var found = findDependants.of(tableName).orElseThrow(RegistryProblems::exception).stream()
                .filter(view ->
                        paging.after().map(place -> isBehind(view, place)).orElse(true))
                .limit(paging.fetch())
                .toList();
        return paging.page(found, DependantViewAnswer::of, view -> List.of((long) view.distance(), view.name()));
    }

    @Delete("/{table_name}")
    @ApiResponse(responseCode = "409", description = "Other views read it")
    HttpResponse<?> delete(@PathVariable("table_name") ViewName tableName, Conditions conditions) {
        removeView.remove(tableName, conditions::permit).orElseThrow(RegistryProblems::exception);
        return Answers.deleted();
    }

    private static boolean isBehind(FindDependants.Found view, Position place) {
        int order = Long.compare(view.distance(), place.number(0));
        return order > 0 || (order == 0 && view.name().compareTo(place.text(1)) > 0);
    }

    private static ETag tag(StoredView view) {
        return ETag.weak(view.row().version(), view.outdated());
    }
}
