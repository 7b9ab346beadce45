package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.ledger.domain.view.LedgerType;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.DefaultKind;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ledgers of older databases. Of several that claim to be the default the one changed last is. */
@Singleton
final class AdoptedLedgers implements Adoption<AdoptedLedgers.OldLedgerRow> {
    private static final String TABLE = "ledgers";
    private static final OldShape SHAPE = new OldShape(
            44,
            TABLE,
            Set.of("id", "name"),
            Set.of(
                    "type",
                    "category_template_id",
                    "template_id",
                    "rules",
                    "track_balances",
                    "is_default",
                    "created_at",
                    "updated_at"),
            "ledgers: the default is the newest that claims it");

    private final AgedRows<LedgerRow> rows;
    private final Ledgers ledgers;

    AdoptedLedgers(Stores stores, Ledgers ledgers) {
        this.rows = new AgedRows<>(
                stores.of(LedgerRow.class), row -> LedgerRow.of(row.stored().value()), LedgerRow::updatedAt);
        this.ledgers = ledgers;
    }

    /** A ledger. */
    record OldLedgerRow(Ledger ledger, Instant changedAt) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldLedgerRow> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        Map<String, Object> members = OldLedger.object(row.object("rules"));
        OldLedger.asTexts(members, "min_amount", "max_amount", "small_amount_threshold");
        LedgerRules rules = members.isEmpty() ? LedgerRules.everything() : LedgerRules.of(members);
        String templateColumn = row.has("category_template_id") ? "category_template_id" : "template_id";
        Optional<String> template = OldLedger.key(row, templateColumn);
        boolean isSound = rules.check().either(sound -> true, problems -> false)
                && row.has("name")
                && (template.isPresent() || !row.has(templateColumn));
        if (!isSound) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        Ledger ledger = new Ledger(
                new LedgerId(id.get()),
                row.requiredText("name"),
                OldLedger.word(LedgerType.class, row.text("type")).orElse(LedgerType.CUSTOM),
                template.map(TemplateId::new).orElse(null),
                rules,
                !Boolean.FALSE.equals(row.truth("track_balances")));
        return Reading.kept(
                id.get(),
                row.rankByTime("updated_at", "created_at"),
                new OldLedgerRow(ledger, OldLedger.changedAt(row)));
    }

    @Override
    public Writer<OldLedgerRow> writer(AdoptionRun run) {
        Optional<String> claimed = OldDefaults.newestClaim(run, TABLE);
        return old -> write(old, claimed);
    }

    private List<Adopted> write(List<OldLedgerRow> old, Optional<String> claimed) {
        List<Adopted> adopted = rows.write(old.stream()
                .map(one -> new AgedRow<>(LedgerRow.of(one.ledger()), one.changedAt()))
                .toList());
        claimed.filter(this::isHere)
                .or(() -> old.stream()
                        .map(one -> one.ledger().id().value())
                        .filter(this::isHere)
                        .findFirst())
                .ifPresent(id -> ledgers.makeDefaultIfNone(DefaultKind.LEDGER, id));
        return adopted;
    }

    private boolean isHere(String id) {
        return ledgers.find(new LedgerId(id)).isPresent();
    }
}
