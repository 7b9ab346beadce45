package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.RuleConditions;
import dev.onerow.ledger.domain.category.RuleConditionsDraft;
import dev.onerow.ledger.domain.category.Rulebook;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.persistence.Json;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the rulebook of a template. */
@Singleton
final class Rulebooks {
    private final Templates templates;

    Rulebooks(Templates templates) {
        this.templates = templates;
    }

    /** The rulebooks of some templates, which are held until the transaction ends, in one order for all who do so. */
    Held hold(Collection<TemplateId> wanted) {
        Map<TemplateId, Rulebook> books = new HashMap<>();
        wanted.stream()
                .distinct()
                .sorted(Comparator.comparing(TemplateId::value))
                .forEach(template -> {
                    templates.lock(template);
                    books.put(template, of(template));
                });
        return new Held(books);
    }

    /** Rulebooks of templates that are held. */
    record Held(Map<TemplateId, Rulebook> books) {
        Rulebook of(TemplateId template) {
            return Objects.requireNonNull(books.get(template));
        }
    }

    /** The template of a ledger, which cannot give categories without one. */
    static TemplateId requireTemplate(Ledger ledger) {
        TemplateId template = ledger.template();
        if (template == null) {
            throw Refusal.of(Reason.NO_TEMPLATE, "The ledger has no category template.")
                    .asException();
        }
        return template;
    }

    private Rulebook of(TemplateId template) {
        Map<CategoryId, Category> categories = new HashMap<>();
        templates
                .categories(template)
                .forEach(stored -> categories.put(stored.value().id(), stored.value()));
        List<Rulebook.Rule> rules = templates.rules(template).stream()
                .filter(stored -> stored.value().isEnabled())
                .map(stored -> rule(stored, categories))
                .toList();
        return new Rulebook(rules);
    }

    /** The flow that a category is for: that of its top level. */
    static @Nullable Flow flow(CategoryId id, Map<CategoryId, Category> categories) {
        Category category = categories.get(id);
        CategoryId parent = category == null ? null : category.parent();
        Category top = parent == null ? category : categories.get(parent);
        return top == null ? null : top.flow();
    }

    private static Rulebook.Rule rule(Stored<CategoryRule> stored, Map<CategoryId, Category> categories) {
        CategoryRule rule = stored.value();
        return new Rulebook.Rule(
                rule.id(),
                stored.version(),
                rule.priority(),
                conditions(rule),
                rule.category(),
                flow(rule.category(), categories));
    }

    private static RuleConditions conditions(CategoryRule rule) {
        Map<?, ?> members = Json.parse(rule.conditions()).tree() instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> named = new HashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                named.put(String.valueOf(name), value);
            }
        });
        return RuleConditionsDraft.of(named).check("").either(conditions -> conditions, problems -> {
            throw new IllegalStateException("A stored rule is not valid: " + problems);
        });
    }
}
