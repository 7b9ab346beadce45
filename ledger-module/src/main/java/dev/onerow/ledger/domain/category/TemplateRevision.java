package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Checked.Findings;
import dev.onerow.ledger.domain.FieldProblem;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.category.TemplateChange.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a change makes of a template, or why it is refused as a whole. */
public sealed interface TemplateRevision {

    /**
     * The change can be made.
     *
     * @param parts the parts as they are then
     * @param removedCategories categories that were there and are not any more
     * @param removedRules rules that were there and are not any more
     */
    record Accepted(TemplateParts parts, List<CategoryId> removedCategories, List<RuleId> removedRules)
            implements TemplateRevision {
        /** Copies the lists. */
        public Accepted {
            removedCategories = List.copyOf(removedCategories);
            removedRules = List.copyOf(removedRules);
        }
    }

    /**
     * The parts would not fit together.
     *
     * @param problems what does not fit, never empty
     */
    record Invalid(List<FieldProblem> problems) implements TemplateRevision {
        /** Copies the problems. */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Categories named for removal are still used by what does not go with them.
     *
     * @param categories those categories, never empty
     */
    record InUse(List<CategoryId> categories) implements TemplateRevision {
        /** Copies the categories. */
        public InUse {
            categories = List.copyOf(categories);
        }
    }

    /**
     * Makes the change.
     *
     * @param before the parts as they are
     * @param mapped of the categories named for removal, those that transactions are mapped to
     */
    static TemplateRevision of(TemplateParts before, TemplateChange change, Set<CategoryId> mapped) {
        Map<CategoryId, Category> categories = new LinkedHashMap<>(before.categories());
        Map<RuleId, CategoryRule> rules = new LinkedHashMap<>(before.rules());
        change.categories().forEach(placed -> categories.put(placed.part().id(), placed.part()));
        change.rules().forEach(placed -> rules.put(placed.part().id(), placed.part()));
        List<CategoryId> removedCategories = change.removedCategories().stream()
                .filter(before.categories()::containsKey)
                .distinct()
                .toList();
        List<RuleId> removedRules = change.removedRules().stream()
                .filter(before.rules()::containsKey)
                .distinct()
                .toList();
        change.removedRules().forEach(rules::remove);
        List<CategoryId> inUse = new ArrayList<>();
        for (CategoryId removed : removedCategories) {
            if (mapped.contains(removed) || isNeeded(removed, change, categories, rules)) {
                inUse.add(removed);
            }
        }
        change.removedCategories().forEach(categories::remove);
        Findings findings = new Findings();
        requireNamedOnce(findings, change);
        change.categories().forEach(placed -> requireFit(findings, placed, categories));
        requireTopLevelParents(findings, change, categories);
        change.rules()
                .forEach(placed -> findings.require(
                        categories.containsKey(placed.part().category()),
                        placed.pointer() + "/category_id",
                        "unknown-category",
                        "Not a category of this template."));
        return findings.result(() -> new TemplateParts(categories, rules))
                .either(
                        parts -> inUse.isEmpty()
                                ? new Accepted(parts, removedCategories, removedRules)
                                : new InUse(inUse),
                        Invalid::new);
    }

    private static boolean isNeeded(
            CategoryId category,
            TemplateChange change,
            Map<CategoryId, Category> categories,
            Map<RuleId, CategoryRule> rules) {
        boolean hasRule =
                rules.values().stream().anyMatch(rule -> rule.category().equals(category));
        boolean hasChild = categories.values().stream()
                .filter(child -> category.equals(child.parent()))
                .anyMatch(child -> !change.removedCategories().contains(child.id()));
        return hasRule || hasChild;
    }

    private static void requireNamedOnce(Findings findings, TemplateChange change) {
        Map<Object, Integer> named = new HashMap<>();
        change.removedCategories().forEach(id -> named.merge(id, 1, Integer::sum));
        change.removedRules().forEach(id -> named.merge(id, 1, Integer::sum));
        change.categories().forEach(placed -> named.merge(placed.part().id(), 1, Integer::sum));
        change.rules().forEach(placed -> named.merge(placed.part().id(), 1, Integer::sum));
        change.categories()
                .forEach(placed -> requireOnce(
                        findings, placed.pointer(), named, placed.part().id()));
        change.rules()
                .forEach(placed -> requireOnce(
                        findings, placed.pointer(), named, placed.part().id()));
    }

    private static void requireOnce(Findings findings, String pointer, Map<Object, Integer> named, Object id) {
        findings.require(
                named.getOrDefault(id, 0) == 1, pointer + "/id", "named-twice", "The request names this id twice.");
    }

    private static void requireFit(Findings findings, Placed<Category> placed, Map<CategoryId, Category> categories) {
        Category category = placed.part();
        CategoryId parent = category.parent();
        if (parent == null) {
            return;
        }
        findings.require(
                category.flow() == null,
                placed.pointer() + "/flow",
                "not-top-level",
                "Only a top level has a flow; the categories below it have the same.");
        findings.require(
                categories.containsKey(parent) && !parent.equals(category.id()),
                placed.pointer() + "/parent_id",
                "unknown-category",
                "Not another category of this template.");
    }

    /** A change can also push a parent down that others stand below. */
    private static void requireTopLevelParents(
            Findings findings, TemplateChange change, Map<CategoryId, Category> categories) {
        Map<CategoryId, String> pointers = new HashMap<>();
        change.categories().forEach(placed -> pointers.put(placed.part().id(), placed.pointer()));
        Set<String> misplaced = new LinkedHashSet<>();
        for (Category category : categories.values()) {
            CategoryId parentId = category.parent();
            Category parent = parentId == null ? null : categories.get(parentId);
            // Its own parent was told of: it is not another category.
            if (parent != null && !parent.isTopLevel() && !parent.id().equals(category.id())) {
                misplaced.add(pointers.getOrDefault(category.id(), pointers.getOrDefault(parent.id(), "")));
            }
        }
        misplaced.forEach(
                pointer -> findings.add(pointer + "/parent_id", "not-top-level", "The parent is no top level."));
    }
}
