package dev.onerow.ledger.web;

import dev.onerow.ledger.application.SaveTemplate;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;

/** Category templates, their categories and their rules. */
@Controller(TemplateController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class TemplateController {
    static final String PATH = "/v1/ledger/category-templates";

    private final SaveTemplate saveTemplate;
    private final Templates templates;
    private final TemplateViews views;

    TemplateController(SaveTemplate saveTemplate, Templates templates, TemplateViews views) {
        this.saveTemplate = saveTemplate;
        this.templates = templates;
        this.views = views;
    }

    @Put("/{id}")
    @Operation(summary = "Save a template, and the categories and rules that are listed")
    @ApiResponse(responseCode = "409", description = "A part that was to go is in use, or belongs to another template")
    HttpResponse<dev.onerow.web.answer.Stored<TemplateView>> put(
            TemplateId id, @Body @ReadBy(TemplateBodies.OfTemplate.class) JsonBody body, Conditions conditions) {
        TemplateBodies.Sent sent = body.read(in -> TemplateBodies.template(in, id));
        Saved<Template> saved =
                saveTemplate.save(sent.template(), sent.change(), sent.isDefault(), Inputs.condition(conditions));
        TemplateView view = views.of(saved.stored());
        return Answers.stored(Inputs.outcome(saved), Answers.path(PATH, id.value()), tag(view), view);
    }

    @Get("/{id}")
    @Operation(summary = "Read a template with its categories and rules")
    HttpResponse<TemplateView> get(TemplateId id, Conditions conditions) {
        TemplateView view = views.of(require(id));
        return Answers.found(conditions, tag(view), view);
    }

    @Get
    @Operation(summary = "List templates by id")
    Page<TemplateView> list(@ReadBy(PageParameters.class) Query query) {
        return views.page(query.read(in -> Paging.of(query, in)));
    }

    @Delete("/{id}")
    @Operation(summary = "Delete a template with its categories and rules")
    @ApiResponse(responseCode = "409", description = "It is in use")
    HttpResponse<Void> delete(TemplateId id, Conditions conditions) {
        saveTemplate.delete(id, Inputs.condition(conditions));
        return Answers.deleted();
    }

    @Put("/{id}/categories/{cid}")
    @Operation(summary = "Save a category")
    @ApiResponse(responseCode = "409", description = "It belongs to another template")
    HttpResponse<dev.onerow.web.answer.Stored<CategoryView>> putCategory(
            TemplateId id,
            CategoryId cid,
            @Body @ReadBy(TemplateBodies.OfCategory.class) JsonBody body,
            Conditions conditions) {
        Category category = body.read(in -> {
            in.text("id").sameAsPath(cid.value());
            return TemplateBodies.category(in, cid.value(), id);
        });
        Saved<Category> saved = saveTemplate.saveCategory(id, category, Inputs.condition(conditions));
        return Answers.stored(
                Inputs.outcome(saved),
                Answers.path(PATH, id.value()) + Answers.path("/categories", cid.value()),
                ETag.of(saved.stored().version()),
                CategoryView.of(id, saved.stored()));
    }

    @Get("/{id}/categories/{cid}")
    @Operation(summary = "Read a category")
    HttpResponse<CategoryView> getCategory(TemplateId id, CategoryId cid, Conditions conditions) {
        Stored<Category> stored = categories(id).stream()
                .filter(each -> each.value().id().equals(cid))
                .findFirst()
                .orElseThrow(() -> SaveTemplate.unknown(cid).asException());
        return Answers.found(conditions, ETag.of(stored.version()), CategoryView.of(id, stored));
    }

    @Get("/{id}/categories")
    @Operation(summary = "List the categories of a template")
    Page<CategoryView> listCategories(TemplateId id, @ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        return Slices.page(
                paging,
                categories(id),
                stored -> CategoryView.of(id, stored),
                stored -> List.of(stored.value().position(), stored.value().id().value()),
                (place, stored) -> isBehind(
                        Long.compare(stored.value().position(), place.number(0)),
                        stored.value().id().value(),
                        place.text(1)));
    }

    @Delete("/{id}/categories/{cid}")
    @Operation(summary = "Delete a category")
    @ApiResponse(responseCode = "409", description = "It is in use")
    HttpResponse<Void> deleteCategory(TemplateId id, CategoryId cid, Conditions conditions) {
        saveTemplate.deleteCategory(id, cid, Inputs.condition(conditions));
        return Answers.deleted();
    }

    @Put("/{id}/rules/{rid}")
    @Operation(summary = "Save a rule")
    @ApiResponse(responseCode = "409", description = "It belongs to another template")
    HttpResponse<dev.onerow.web.answer.Stored<CategoryRuleView>> putRule(
            TemplateId id,
            RuleId rid,
            @Body @ReadBy(TemplateBodies.OfRule.class) JsonBody body,
            Conditions conditions) {
        CategoryRule rule = body.read(in -> {
            in.text("id").sameAsPath(rid.value());
            return TemplateBodies.rule(in, rid.value(), id);
        });
        Saved<CategoryRule> saved = saveTemplate.saveRule(id, rule, Inputs.condition(conditions));
        return Answers.stored(
                Inputs.outcome(saved),
                Answers.path(PATH, id.value()) + Answers.path("/rules", rid.value()),
                ETag.of(saved.stored().version()),
                CategoryRuleView.of(id, saved.stored()));
    }

    @Get("/{id}/rules/{rid}")
    @Operation(summary = "Read a rule")
    HttpResponse<CategoryRuleView> getRule(TemplateId id, RuleId rid, Conditions conditions) {
        Stored<CategoryRule> stored = rules(id).stream()
                .filter(each -> each.value().id().equals(rid))
                .findFirst()
                .orElseThrow(() -> SaveTemplate.unknown(rid).asException());
        return Answers.found(conditions, ETag.of(stored.version()), CategoryRuleView.of(id, stored));
    }

    @Get("/{id}/rules")
    @Operation(summary = "List the rules of a template")
    Page<CategoryRuleView> listRules(TemplateId id, @ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        return Slices.page(
                paging,
                rules(id),
                stored -> CategoryRuleView.of(id, stored),
                stored -> List.of(stored.value().priority(), stored.value().id().value()),
                (place, stored) -> isBehind(
                        Long.compare(place.number(0), stored.value().priority()),
                        stored.value().id().value(),
                        place.text(1)));
    }

    @Delete("/{id}/rules/{rid}")
    @Operation(summary = "Delete a rule")
    HttpResponse<Void> deleteRule(TemplateId id, RuleId rid, Conditions conditions) {
        saveTemplate.deleteRule(id, rid, Inputs.condition(conditions));
        return Answers.deleted();
    }

    private List<Stored<Category>> categories(TemplateId id) {
        require(id);
        return templates.categories(id);
    }

    private List<Stored<CategoryRule>> rules(TemplateId id) {
        require(id);
        return templates.rules(id);
    }

    private Stored<Template> require(TemplateId id) {
        return templates.find(id).orElseThrow(() -> SaveTemplate.unknown(id).asException());
    }

    private static boolean isBehind(int order, String id, String lastId) {
        return order == 0 ? id.compareTo(lastId) > 0 : order > 0;
    }

    private static ETag tag(TemplateView view) {
        return ETag.weak(view.version(), view.isDefault());
    }
}
