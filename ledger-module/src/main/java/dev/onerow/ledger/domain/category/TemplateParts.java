package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CanonicalJson;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All categories and rules of one template. Immutable.
 *
 * @param categories the categories by id
 * @param rules the rules by id
 */
public record TemplateParts(Map<CategoryId, Category> categories, Map<RuleId, CategoryRule> rules) {

    /** Copies the parts. */
    public TemplateParts {
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** The parts of a template, in whatever order they come. */
    public static TemplateParts of(List<Category> categories, List<CategoryRule> rules) {
        Map<CategoryId, Category> categoriesById = new LinkedHashMap<>();
        categories.forEach(category -> categoriesById.put(category.id(), category));
        Map<RuleId, CategoryRule> rulesById = new LinkedHashMap<>();
        rules.forEach(rule -> rulesById.put(rule.id(), rule));
        return new TemplateParts(categoriesById, rulesById);
    }

    /**
     * SHA-256 over the template with all its parts, so that a change of any of them is a change of the template.
     *
     * @param own the members of the template itself
     */
    public String contentHash(Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> whole = new HashMap<>(own);
        List<Object> categoryValues = new ArrayList<>();
        categories.values().stream()
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .forEach(category -> categoryValues.add(plain(category)));
        List<Object> ruleValues = new ArrayList<>();
        rules.values().stream()
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .forEach(rule -> ruleValues.add(plain(rule)));
        whole.put("categories", categoryValues);
        whole.put("rules", ruleValues);
        return Sha256.of(CanonicalJson.write(whole));
    }

    private static Map<String, @Nullable Object> plain(Category category) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("id", category.id().value());
        members.put(
                "parent_id",
                category.parent() == null ? null : category.parent().value());
        members.put("name", category.name());
        members.put("flow", category.flow() == null ? null : category.flow().word());
        members.put("color", category.color());
        members.put("icon", category.icon());
        members.put("position", category.position());
        return members;
    }

    private static Map<String, @Nullable Object> plain(CategoryRule rule) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("id", rule.id().value());
        members.put("category_id", rule.category().value());
        members.put("name", rule.name());
        members.put("priority", rule.priority());
        members.put("enabled", rule.isEnabled());
        members.put("conditions", rule.conditions());
        return members;
    }
}
