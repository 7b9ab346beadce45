package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.FieldProblem;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.ledger.domain.category.TemplateChange;
import dev.onerow.ledger.domain.category.TemplateChange.Placed;
import dev.onerow.ledger.domain.category.TemplateParts;
import dev.onerow.ledger.domain.category.TemplateRevision;
import dev.onerow.ledger.domain.category.TemplateRevision.Accepted;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.DefaultKind;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Saves and deletes templates and their parts. What a request does not name stays. */
@Singleton
public final class SaveTemplate {
    private static final int MOST_LISTED = 100;

    private final Templates templates;
    private final Ledgers ledgers;
    private final Transactions transactions;

    SaveTemplate(Templates templates, Ledgers ledgers, Transactions transactions) {
        this.templates = templates;
        this.ledgers = ledgers;
        this.transactions = transactions;
    }

    /**
     * Saves a template and the parts named, in one transaction. Idempotent.
     *
     * @param isDefault true makes it the default, false takes that away from it, null leaves it as it is
     * @throws dev.onerow.ledger.domain.RefusedException when the condition fails or the parts do not fit together
     */
    public Saved<Template> save(
            Template template, TemplateChange change, @Nullable Boolean isDefault, Condition condition) {
        return transactions.write(() -> {
            Optional<Stored<Template>> held = templates.lock(template.id());
            Accepted accepted = accepted(template.id(), change);
            Saved<Template> saved = templates.save(template.with(accepted.parts()), Verdict.replaceIf(condition));
            write(template.id(), change, accepted, held.isPresent());
            boolean isMoved = setDefault(template.id().value(), isDefault);
            return isMoved && saved.change() == Saved.Change.UNCHANGED
                    ? new Saved<>(Saved.Change.UPDATED, saved.stored())
                    : saved;
        });
    }

    /** Saves one category of a template; the template's version moves with it. */
    public Saved<Category> saveCategory(TemplateId template, Category category, Condition condition) {
        return transactions.write(() -> {
            TemplateChange change =
                    new TemplateChange(List.of(new Placed<>("", category)), List.of(), List.of(), List.of());
            revise(template, change);
            return templates
                    .saveCategories(template, List.of(category), Verdict.replaceIf(condition))
                    .get(0);
        });
    }

    /** Saves one rule of a template; the template's version moves with it. */
    public Saved<CategoryRule> saveRule(TemplateId template, CategoryRule rule, Condition condition) {
        return transactions.write(() -> {
            TemplateChange change =
                    new TemplateChange(List.of(), List.of(new Placed<>("", rule)), List.of(), List.of());
            revise(template, change);
            return templates
                    .saveRules(template, List.of(rule), Verdict.replaceIf(condition))
                    .get(0);
        });
    }

    /** Deletes one category that nothing uses. */
    public void deleteCategory(TemplateId template, CategoryId id, Condition condition) {
        transactions.write(() -> {
            requireLocked(template);
            Stored<Category> stored = templates.categories(template).stream()
                    .filter(each -> each.value().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> unknown(id).asException());
            requireCondition(condition, stored);
            TemplateChange change = new TemplateChange(List.of(), List.of(), List.of(id), List.of());
            write(template, change, revise(template, change), true);
        });
    }

    /** Deletes one rule; mappings that it gave stay, without it. */
    public void deleteRule(TemplateId template, RuleId id, Condition condition) {
        transactions.write(() -> {
            requireLocked(template);
            Stored<CategoryRule> stored = templates.rules(template).stream()
                    .filter(each -> each.value().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> unknown(id).asException());
            requireCondition(condition, stored);
            TemplateChange change = new TemplateChange(List.of(), List.of(), List.of(), List.of(id));
            write(template, change, revise(template, change), true);
        });
    }

    /**
     * Deletes a template with its parts.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when there is none, the condition fails, a ledger uses it, or
     *     transactions are mapped to one of its categories
     */
    public void delete(TemplateId id, Condition condition) {
        transactions.write(() -> {
            requireCondition(condition, requireLocked(id));
            List<String> users = templates.ledgersOf(id, MOST_LISTED);
            if (!users.isEmpty()) {
                throw Refusal.of(Reason.TEMPLATE_IN_USE, "Ledgers use the template.")
                        .with("ledger_ids", users)
                        .asException();
            }
            if (templates.isMapped(id)) {
                throw Refusal.of(Reason.CATEGORY_IN_USE, "Transactions have categories of the template.")
                        .asException();
            }
            setDefault(id.value(), false);
            templates.delete(id);
        });
    }

    /** There is no such template. */
    public static Refusal unknown(TemplateId id) {
        return Refusal.of(Reason.UNKNOWN_TEMPLATE, "No category template " + id.value() + ".")
                .with("template_id", id.value());
    }

    /** There is no such category. */
    public static Refusal unknown(CategoryId id) {
        return Refusal.of(Reason.UNKNOWN_CATEGORY, "The template has no category " + id.value() + ".")
                .with("category_id", id.value());
    }

    /** There is no such rule. */
    public static Refusal unknown(RuleId id) {
        return Refusal.of(Reason.UNKNOWN_RULE, "The template has no rule " + id.value() + ".")
                .with("rule_id", id.value());
    }

    /** Checks a change of some parts and moves the template with it. */
    private Accepted revise(TemplateId template, TemplateChange change) {
        Stored<Template> held = requireLocked(template);
        Accepted accepted = accepted(template, change);
        templates.save(held.value().with(accepted.parts()), Verdict.replaceIf(Condition.NONE));
        return accepted;
    }

    private Accepted accepted(TemplateId template, TemplateChange change) {
        requireOwn(template, change);
        TemplateParts before = TemplateParts.of(
                templates.categories(template).stream().map(Stored::value).toList(),
                templates.rules(template).stream().map(Stored::value).toList());
        TemplateRevision revision = TemplateRevision.of(before, change, templates.mapped(change.removedCategories()));
        if (revision instanceof Accepted accepted) {
            return accepted;
        }
        throw refusal(revision).asException();
    }

    private static Refusal refusal(TemplateRevision revision) {
        if (revision instanceof TemplateRevision.InUse inUse) {
            return Refusal.of(Reason.CATEGORY_IN_USE, "A rule, a child or a transaction still needs the category.")
                    .with(
                            "category_ids",
                            inUse.categories().stream().map(CategoryId::value).toList());
        }
        List<FieldProblem> problems = ((TemplateRevision.Invalid) revision).problems();
        return Refusal.invalid(problems);
    }

    private void requireOwn(TemplateId template, TemplateChange change) {
        List<CategoryId> categories = new ArrayList<>(change.removedCategories());
        change.categories().forEach(placed -> categories.add(placed.part().id()));
        List<RuleId> rules = new ArrayList<>(change.removedRules());
        change.rules().forEach(placed -> rules.add(placed.part().id()));
        List<String> foreign = new ArrayList<>();
        foreign.addAll(foreign(templates.ownersOfCategories(categories), template, CategoryId::value));
        foreign.addAll(foreign(templates.ownersOfRules(rules), template, RuleId::value));
        if (!foreign.isEmpty()) {
            throw Template.ownsNot(foreign).asException();
        }
    }

    private static <I> List<String> foreign(Map<I, TemplateId> owners, TemplateId template, Function<I, String> value) {
        return owners.entrySet().stream()
                .filter(owner -> !owner.getValue().equals(template))
                .map(owner -> value.apply(owner.getKey()))
                .sorted()
                .toList();
    }

    private void write(TemplateId template, TemplateChange change, Accepted accepted, boolean isKnown) {
        if (isKnown) {
            templates.deleteRules(accepted.removedRules());
        }
        templates.saveCategories(
                template, change.categories().stream().map(Placed::part).toList(), Verdict.replaceIf(Condition.NONE));
        templates.saveRules(
                template, change.rules().stream().map(Placed::part).toList(), Verdict.replaceIf(Condition.NONE));
        if (isKnown) {
            templates.deleteCategories(accepted.removedCategories());
        }
    }

    private boolean setDefault(String id, @Nullable Boolean isDefault) {
        if (isDefault == null) {
            return false;
        }
        boolean isCurrent = ledgers.defaultOf(DefaultKind.TEMPLATE).equals(Optional.of(id));
        if (!isDefault && isCurrent) {
            ledgers.clearDefault(DefaultKind.TEMPLATE);
        }
        return isDefault ? ledgers.makeDefault(DefaultKind.TEMPLATE, id) : isCurrent;
    }

    private Stored<Template> requireLocked(TemplateId id) {
        return templates.lock(id).orElseThrow(() -> unknown(id).asException());
    }

    private static void requireCondition(Condition condition, Stored<?> stored) {
        if (!condition.permits(stored.version())) {
            throw Refusal.preconditionFailed(stored).asException();
        }
    }
}
