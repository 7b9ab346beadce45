package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.ledger.domain.category.TemplateParts;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.DefaultKind;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Store;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Category templates of older ledgers. Categories that a template held as JSON become rows. */
@Singleton
final class AdoptedTemplates implements Adoption<AdoptedTemplates.OldTemplate> {
    static final String TABLE = "category_templates";
    private static final OldShape SHAPE = new OldShape(
            41,
            TABLE,
            Set.of("id", "name"),
            Set.of("description", "is_system", "is_default", "structure", "created_at", "updated_at"),
            "templates; a structure kept as JSON becomes categories");

    private final Store<TemplateRow> templates;
    private final Store<CategoryRow> categories;
    private final Templates stored;
    private final Ledgers defaults;

    AdoptedTemplates(Stores stores, Templates stored, Ledgers defaults) {
        this.templates = stores.of(TemplateRow.class);
        this.categories = stores.of(CategoryRow.class);
        this.stored = stored;
        this.defaults = defaults;
    }

    /**
     * A template.
     *
     * @param structure the categories that it held as JSON
     */
    record OldTemplate(Template template, List<Category> structure, Instant changedAt) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldTemplate> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        row.truth("is_default"); // Looked at when all are known; one of another kind is refused here.
        Template template = new Template(
                new TemplateId(id.get()),
                row.requiredText("name"),
                OldLedger.text(row, "description"),
                Boolean.TRUE.equals(row.truth("is_system")),
                "");
        Optional<List<Category>> structure = OldStructure.categories(id.get(), row.tree("structure"));
        return structure.isEmpty()
                ? Reading.refused(Reason.INVALID_VALUE)
                : Reading.kept(
                        id.get(),
                        row.rankByTime("updated_at", "created_at"),
                        new OldTemplate(template, structure.get(), OldLedger.changedAt(row)));
    }

    @Override
    public Writer<OldTemplate> writer(AdoptionRun run) {
        Optional<String> claimed = OldDefaults.newestClaim(run, TABLE);
        return old -> write(old, claimed);
    }

    private List<Adopted> write(List<OldTemplate> old, Optional<String> claimed) {
        AgedRows<TemplateRow> rows = new AgedRows<>(templates, AdoptedTemplates::withoutHash, TemplateRow::updatedAt);
        List<Adopted> adopted = rows.write(old.stream()
                .map(one -> new AgedRow<>(TemplateRow.of(one.template()), one.changedAt()))
                .toList());
        old.forEach(this::addStructure);
        settle(old.stream().map(one -> one.template().id()).toList());
        claimed.filter(id ->
                        old.stream().anyMatch(one -> one.template().id().value().equals(id)))
                .ifPresent(id -> defaults.makeDefaultIfNone(DefaultKind.TEMPLATE, id));
        return adopted;
    }

    private static TemplateRow withoutHash(TemplateRow stored) {
        Template template = stored.stored().value();
        return TemplateRow.of(
                new Template(template.id(), template.name(), template.description(), template.isSystem(), ""));
    }

    private void addStructure(OldTemplate old) {
        List<CategoryRow> rows = old.structure().stream()
                .map(category -> CategoryRow.of(old.template().id(), category))
                .toList();
        // What is a row already, here or of the older database, says more than the structure did.
        categories.decideAll(rows, (before, row) -> before == null ? Decision.write(row) : Decision.keep());
    }

    /** Gives templates the hash over all that they have now. */
    void settle(List<TemplateId> ids) {
        for (TemplateId id : ids) {
            stored.find(id).ifPresent(template -> {
                Template settled = template.value()
                        .with(TemplateParts.of(
                                stored.categories(id).stream()
                                        .map(Stored::value)
                                        .toList(),
                                stored.rules(id).stream().map(Stored::value).toList()));
                templates.decide(TemplateRow.of(settled), (before, row) -> Decision.write(row));
            });
        }
    }
}
