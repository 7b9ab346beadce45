package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Categories of older ledgers, top levels before those below them. */
@Singleton
final class AdoptedCategories implements Adoption<AdoptedCategories.OldCategory> {
    private static final OldShape SHAPE = new OldShape(
            42,
            "categories",
            Set.of("id", "template_id", "name"),
            Set.of("parent_id", "flow", "color", "icon", "position", "sort_order", "created_at", "updated_at"),
            "categories");

    private final AgedRows<CategoryRow> rows;
    private final Templates templates;
    private final AdoptedTemplates adoptedTemplates;

    AdoptedCategories(Stores stores, Templates templates, AdoptedTemplates adoptedTemplates) {
        this.rows = new AgedRows<>(
                stores.of(CategoryRow.class),
                row -> CategoryRow.of(
                        new TemplateId(row.templateId()), row.stored().value()),
                CategoryRow::updatedAt);
        this.templates = templates;
        this.adoptedTemplates = adoptedTemplates;
    }

    /** A category of a template. */
    record OldCategory(TemplateId template, Category category, Instant changedAt) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldCategory> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        Optional<String> template = OldLedger.key(row, "template_id");
        Optional<String> parent = OldLedger.key(row, "parent_id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        if (template.isEmpty() || (row.has("parent_id") && parent.isEmpty())) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        @Nullable Flow flow = OldLedger.word(Flow.class, row.text("flow")).orElse(null);
        Category category = new Category(
                new CategoryId(id.get()),
                parent.map(CategoryId::new).orElse(null),
                row.requiredText("name"),
                parent.isPresent() ? null : flow,
                OldLedger.text(row, "color"),
                OldLedger.text(row, "icon"),
                OldLedger.small(row, row.has("position") ? "position" : "sort_order", 0));
        String cluster = (parent.isEmpty() ? "0 " : "1 ") + id.get();
        return Reading.kept(
                cluster,
                row.rankByTime("updated_at", "created_at"),
                new OldCategory(new TemplateId(template.get()), category, OldLedger.changedAt(row)));
    }

    @Override
    public Writer<OldCategory> writer(AdoptionRun run) {
        return this::write;
    }

    private List<Adopted> write(List<OldCategory> old) {
        List<TemplateId> touched =
                old.stream().map(OldCategory::template).distinct().toList();
        Map<CategoryId, TemplateId> tops = touched.stream()
                .flatMap(template -> templates.categories(template).stream()
                        .map(category -> category.value())
                        .filter(Category::isTopLevel)
                        .map(category -> Map.entry(category.id(), template)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, HashMap::new));
        old.stream()
                .filter(one -> one.category().isTopLevel())
                .forEach(one -> tops.put(one.category().id(), one.template()));
        List<OldCategory> fitting = old.stream()
                .filter(one -> one.category().parent() == null
                        || one.template().equals(tops.get(one.category().parent())))
                .toList();
        Set<OldCategory> fits = Set.copyOf(fitting);
        var written = rows.write(fitting.stream()
                        .map(one -> new AgedRow<>(CategoryRow.of(one.template(), one.category()), one.changedAt()))
                        .toList())
                .iterator();
        List<Adopted> adopted = new ArrayList<>();
        for (OldCategory one : old) {
            adopted.add(fits.contains(one) ? written.next() : Adopted.refused(Reason.INVALID_VALUE));
        }
        adoptedTemplates.settle(touched);
        return adopted;
    }
}
