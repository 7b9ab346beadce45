package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import java.util.List;

/**
 * What a request changes in the parts of a template. What it does not name stays.
 *
 * @param categories categories to save, with their place in the request
 * @param rules rules to save, with their place in the request
 * @param removedCategories categories named for removal
 * @param removedRules rules named for removal
 */
public record TemplateChange(
        List<Placed<Category>> categories,
        List<Placed<CategoryRule>> rules,
        List<CategoryId> removedCategories,
        List<RuleId> removedRules) {

    /** Copies the lists. */
    public TemplateChange {
        categories = List.copyOf(categories);
        rules = List.copyOf(rules);
        removedCategories = List.copyOf(removedCategories);
        removedRules = List.copyOf(removedRules);
    }

    /** Nothing. */
    public static TemplateChange none() {
        return new TemplateChange(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * An element of a request.
     *
     * @param pointer JSON pointer to it
     * @param part what it says
     */
    public record Placed<T>(String pointer, T part) {}
}
