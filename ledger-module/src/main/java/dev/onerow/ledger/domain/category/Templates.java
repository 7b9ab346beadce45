package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored templates with their categories and rules. */
public interface Templates {

    /** The template of an id. */
    Optional<Stored<Template>> find(TemplateId id);

    /** Templates in the order of their ids, behind one of them. */
    List<Stored<Template>> page(@Nullable String afterId, int limit);

    /** The template, held until the transaction ends: changes of its parts go one after another. */
    Optional<Stored<Template>> lock(TemplateId id);

    /** The categories of a template, by position and id. */
    default List<Stored<Category>> categories(TemplateId id) {
        return categories(List.of(id)).getOrDefault(id, List.of());
    }

    /** The categories of some templates, as far as they have any: each list by position and id. */
    Map<TemplateId, List<Stored<Category>>> categories(Collection<TemplateId> ids);

    /** The rules of a template, in the order in which they are tried. */
    default List<Stored<CategoryRule>> rules(TemplateId id) {
        return rules(List.of(id)).getOrDefault(id, List.of());
    }

    /** The rules of some templates, as far as they have any: each list in the order in which they are tried. */
    Map<TemplateId, List<Stored<CategoryRule>>> rules(Collection<TemplateId> ids);

    /** How many categories and rules some templates have together, each; those without any left out. */
    Map<TemplateId, Long> countParts(Collection<TemplateId> ids);

    /** The template that each of some categories belongs to. */
    Map<CategoryId, TemplateId> ownersOfCategories(Collection<CategoryId> ids);

    /** The template that each of some rules belongs to. */
    Map<RuleId, TemplateId> ownersOfRules(Collection<RuleId> ids);

    /** Which of some categories transactions are mapped to. */
    Set<CategoryId> mapped(Collection<CategoryId> ids);

    /** Whether transactions are mapped to any category of a template. */
    boolean isMapped(TemplateId id);

    /** Ledgers that use a template, at most so many. */
    List<String> ledgersOf(TemplateId id, int limit);

    /**
     * Saves a template.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when the rule refuses
     */
    Saved<Template> save(Template template, Verdict.Rule<Template> rule);

    /** Saves categories of a template: one answer for each. */
    List<Saved<Category>> saveCategories(TemplateId template, List<Category> categories, Verdict.Rule<Category> rule);

    /** Saves rules of a template: one answer for each. */
    List<Saved<CategoryRule>> saveRules(TemplateId template, List<CategoryRule> rules, Verdict.Rule<CategoryRule> rule);

    /** Takes rules out of the mappings they gave, and deletes them. */
    void deleteRules(Collection<RuleId> ids);

    /** Deletes categories that nothing uses any more. */
    void deleteCategories(Collection<CategoryId> ids);

    /** Deletes a template with its parts. */
    void delete(TemplateId id);
}
