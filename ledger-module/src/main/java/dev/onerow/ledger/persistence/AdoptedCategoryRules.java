package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.RuleConditionsDraft;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules of templates of older ledgers. */
@Singleton
final class AdoptedCategoryRules implements Adoption<AdoptedCategoryRules.OldCategoryRule> {
    private static final OldShape SHAPE = new OldShape(
            43,
            "category_rules",
            Set.of("id", "template_id", "category_id"),
            Set.of("name", "priority", "enabled", "is_enabled", "conditions", "created_at", "updated_at"),
            "rules of templates");

    private final AgedRows<CategoryRuleRow> rows;
    private final Templates templates;
    private final AdoptedTemplates adoptedTemplates;

    AdoptedCategoryRules(Stores stores, Templates templates, AdoptedTemplates adoptedTemplates) {
        this.rows = new AgedRows<>(
                stores.of(CategoryRuleRow.class),
                row -> CategoryRuleRow.of(
                        new TemplateId(row.templateId()), row.stored().value()),
                CategoryRuleRow::updatedAt);
        this.templates = templates;
        this.adoptedTemplates = adoptedTemplates;
    }

    /**
     * A rule of a template.
     *
     * @param hasOthers whether it had conditions that nothing here knows
     */
    record OldCategoryRule(TemplateId template, CategoryRule rule, boolean hasOthers, Instant changedAt) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldCategoryRule> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        Optional<String> template = OldLedger.key(row, "template_id");
        Optional<String> category = OldLedger.key(row, "category_id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        OldMembers conditions = OldMembers.of(row.object("conditions"))
                .texts("merchant_pattern", "merchant_match_type", "notes_pattern", "notes_match_type")
                .lists("account_ids")
                .filledTexts("min_amount", "max_amount")
                .truths("is_income", "is_expense");
        RuleConditionsDraft draft = RuleConditionsDraft.of(conditions.known());
        boolean isSound = !conditions.isForeign() && draft.check("").either(sound -> true, problems -> false);
        if (template.isEmpty() || category.isEmpty() || !isSound) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        boolean isEnabled = !Boolean.FALSE.equals(row.truth(row.has("enabled") ? "enabled" : "is_enabled"));
        CategoryRule rule = new CategoryRule(
                new RuleId(id.get()),
                new CategoryId(category.get()),
                OldLedger.text(row, "name"),
                OldLedger.small(row, "priority", 0),
                isEnabled,
                draft.json());
        return Reading.kept(
                id.get(),
                row.rankByTime("updated_at", "created_at"),
                new OldCategoryRule(
                        new TemplateId(template.get()), rule, conditions.hasOthers(), OldLedger.changedAt(row)));
    }

    @Override
    public Writer<OldCategoryRule> writer(AdoptionRun run) {
        return this::write;
    }

    private List<Adopted> write(List<OldCategoryRule> old) {
        Map<CategoryId, TemplateId> owners = templates.ownersOfCategories(
                old.stream().map(one -> one.rule().category()).distinct().toList());
        List<AgedRow<CategoryRuleRow>> fitting = old.stream()
                .filter(one -> one.template().equals(owners.get(one.rule().category())))
                .map(one -> new AgedRow<>(CategoryRuleRow.of(one.template(), one.rule()), one.changedAt()))
                .toList();
        var written = rows.write(fitting).iterator();
        List<Adopted> adopted = new ArrayList<>();
        for (OldCategoryRule one : old) {
            boolean fits = one.template().equals(owners.get(one.rule().category()));
            adopted.add(
                    fits ? OldLedger.noting(one.hasOthers(), written.next()) : Adopted.refused(Reason.INVALID_VALUE));
        }
        adoptedTemplates.settle(
                old.stream().map(OldCategoryRule::template).distinct().toList());
        return adopted;
    }
}
