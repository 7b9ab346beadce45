package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Templates in the tables {@code category_templates}, {@code categories} and {@code category_rules}. */
@Singleton
final class StoredTemplates implements Templates {
    private final Store<TemplateRow> templates;
    private final Store<CategoryRow> categories;
    private final Store<CategoryRuleRow> rules;
    private final Store<MappingRow> mappings;
    private final TemplateReads reads;
    private final CategoryReads categoryReads;
    private final CategoryRuleReads ruleReads;
    private final MappingReads mappingReads;

    StoredTemplates(
            Stores stores,
            TemplateReads reads,
            CategoryReads categoryReads,
            CategoryRuleReads ruleReads,
            MappingReads mappingReads) {
        this.templates = stores.of(TemplateRow.class).quarantining();
        this.categories = stores.of(CategoryRow.class).quarantining();
        this.rules = stores.of(CategoryRuleRow.class).quarantining();
        this.mappings = stores.of(MappingRow.class);
        this.reads = reads;
        this.categoryReads = categoryReads;
        this.ruleReads = ruleReads;
        this.mappingReads = mappingReads;
    }

    @Override
    public Optional<Stored<Template>> find(TemplateId id) {
        return reads.findById(id.value()).map(TemplateRow::stored);
    }

    @Override
    public List<Stored<Template>> page(@Nullable String afterId, int limit) {
        return reads.page(Objects.requireNonNullElse(afterId, ""), limit).stream()
                .map(TemplateRow::stored)
                .toList();
    }

    @Override
    public Optional<Stored<Template>> lock(TemplateId id) {
        return Writes.lock(templates, reads.findById(id.value())).map(TemplateRow::stored);
    }

    @Override
    public Map<TemplateId, List<Stored<Category>>> categories(Collection<TemplateId> ids) {
        return byTemplate(ids, categoryReads::ofTemplates, CategoryRow::templateId, CategoryRow::stored);
    }

    @Override
    public Map<TemplateId, List<Stored<CategoryRule>>> rules(Collection<TemplateId> ids) {
        return byTemplate(ids, ruleReads::ofTemplates, CategoryRuleRow::templateId, CategoryRuleRow::stored);
    }

    private static <R, P> Map<TemplateId, List<P>> byTemplate(
            Collection<TemplateId> ids,
            Function<List<String>, List<R>> read,
            Function<R, String> template,
            Function<R, P> part) {
        Map<TemplateId, List<P>> found = new HashMap<>();
        for (List<TemplateId> some : Writes.chunks(ids)) {
            read.apply(values(some))
                    .forEach(
                            row -> found.computeIfAbsent(new TemplateId(template.apply(row)), none -> new ArrayList<>())
                                    .add(part.apply(row)));
        }
        return found;
    }

    @Override
    public Map<TemplateId, Long> countParts(Collection<TemplateId> ids) {
        Map<TemplateId, Long> counts = new HashMap<>();
        Writes.chunks(ids)
                .forEach(some -> reads.countParts(values(some))
                        .forEach(row -> counts.put(new TemplateId(row.templateId()), row.count())));
        return counts;
    }

    @Override
    public Map<CategoryId, TemplateId> ownersOfCategories(Collection<CategoryId> ids) {
        return owners(ids.stream().map(CategoryId::value).toList(), reads::ownersOfCategories, CategoryId::new);
    }

    @Override
    public Map<RuleId, TemplateId> ownersOfRules(Collection<RuleId> ids) {
        return owners(ids.stream().map(RuleId::value).toList(), reads::ownersOfRules, RuleId::new);
    }

    @Override
    public Set<CategoryId> mapped(Collection<CategoryId> ids) {
        Set<CategoryId> mapped = new HashSet<>();
        for (List<CategoryId> some : Writes.chunks(ids)) {
            reads.mapped(some.stream().map(CategoryId::value).toList()).forEach(id -> mapped.add(new CategoryId(id)));
        }
        return mapped;
    }

    @Override
    public boolean isMapped(TemplateId id) {
        return reads.anyMapping(id.value()) > 0;
    }

    @Override
    public List<String> ledgersOf(TemplateId id, int limit) {
        return reads.ledgersOf(id.value(), limit);
    }

    @Override
    public Saved<Template> save(Template template, Verdict.Rule<Template> rule) {
        return Writes.save(templates, template, rule, TemplateRow::stored, TemplateRow::of);
    }

    @Override
    public List<Saved<Category>> saveCategories(
            TemplateId template, List<Category> parts, Verdict.Rule<Category> rule) {
        return saveAll(
                categories,
                parts.stream().map(part -> CategoryRow.of(template, part)).toList(),
                owned(
                        CategoryRow::templateId,
                        CategoryRow::id,
                        Writes.decider(rule, CategoryRow::stored, part -> CategoryRow.of(template, part))),
                CategoryRow::stored);
    }

    @Override
    public List<Saved<CategoryRule>> saveRules(
            TemplateId template, List<CategoryRule> parts, Verdict.Rule<CategoryRule> rule) {
        return saveAll(
                rules,
                parts.stream().map(part -> CategoryRuleRow.of(template, part)).toList(),
                owned(
                        CategoryRuleRow::templateId,
                        CategoryRuleRow::id,
                        Writes.decider(rule, CategoryRuleRow::stored, part -> CategoryRuleRow.of(template, part))),
                CategoryRuleRow::stored);
    }

    @Override
    public void deleteRules(Collection<RuleId> ids) {
        for (List<RuleId> some : Writes.chunks(ids)) {
            List<String> values = some.stream().map(RuleId::value).toList();
            // By a patch, so that the version of the mappings moves; the foreign key is only the net.
            List<MappingRow> given = mappingReads.ofRules(values, Writes.AT_ONCE);
            while (!given.isEmpty()) {
                mappings.patchAll(
                        given.stream().map(mappings::keyOf).toList(),
                        Changes.of("ruleId", null).set("ruleVersion", null));
                given = mappingReads.ofRules(values, Writes.AT_ONCE);
            }
            rules.deleteAll(values.stream().map(Key::of).toList());
        }
    }

    @Override
    public void deleteCategories(Collection<CategoryId> ids) {
        for (List<CategoryId> some : Writes.chunks(ids)) {
            categories.deleteAll(some.stream().map(id -> Key.of(id.value())).toList());
        }
    }

    @Override
    public void delete(TemplateId id) {
        templates.delete(Key.of(id.value()));
    }

    private static <R, T> List<Saved<T>> saveAll(
            Store<R> store, List<R> parts, Decider<R> decider, Function<R, Stored<T>> stored) {
        return store.decideAll(parts, decider).stream()
                .map(written -> {
                    if (written.outcome() == Outcome.REJECTED) {
                        throw Writes.refusal(written).asException();
                    }
                    return Writes.saved(written, stored);
                })
                .toList();
    }

    /** Another request may have given the id to another template since we looked. */
    private static <R> Decider<R> owned(Function<R, String> template, Function<R, String> id, Decider<R> decider) {
        return (before, incoming) -> before == null || template.apply(before).equals(template.apply(incoming))
                ? decider.decide(before, incoming)
                : Decision.refuse(Template.ownsNot(List.of(id.apply(incoming))));
    }

    private static List<String> values(List<TemplateId> ids) {
        return ids.stream().map(TemplateId::value).toList();
    }

    private static <I> Map<I, TemplateId> owners(
            List<String> ids, Function<List<String>, List<OwnedPart>> read, Function<String, I> id) {
        Map<I, TemplateId> owners = new HashMap<>();
        for (List<String> some : Writes.chunks(ids)) {
            read.apply(some).forEach(part -> owners.put(id.apply(part.id()), new TemplateId(part.templateId())));
        }
        return owners;
    }
}
