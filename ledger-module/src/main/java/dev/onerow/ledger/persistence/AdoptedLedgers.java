package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.view.DateRange;
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

    /**
     * A ledger.
     *
     * @param hasOthers whether its rules had members that nothing here knows
     */
    record OldLedgerRow(Ledger ledger, boolean hasOthers, Instant changedAt) {}

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
        OldMembers members = rules(row);
        LedgerRules rules = members.known().isEmpty() ? LedgerRules.everything() : LedgerRules.of(members.known());
        String templateColumn = row.has("category_template_id") ? "category_template_id" : "template_id";
        Optional<String> template = OldLedger.key(row, templateColumn);
        boolean isSound = !members.isForeign()
                && isSound(rules)
                && row.has("name")
                && (template.isPresent() || !row.has(templateColumn));
        if (!isSound) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        row.truth("is_default"); // Looked at when all are known; one of another kind is refused here.
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
                new OldLedgerRow(ledger, members.hasOthers(), OldLedger.changedAt(row)));
    }

    private static OldMembers rules(OldRow row) {
        return OldMembers.of(row.object("rules"))
                .truths(
                        "include_all",
                        "exclude_small_amounts",
                        "include_flow_in",
                        "include_flow_out",
                        "include_neutral")
                .lists("include_account_ids", "exclude_account_ids", "include_categories", "exclude_categories")
                .lists("include_tags", "exclude_tags")
                .filledTexts("min_amount", "max_amount", "small_amount_threshold")
                .object(
                        "date_range",
                        range -> range.truths("is_relative")
                                .wholes("relative_days")
                                .days("start_date", "end_date"));
    }

    private static boolean isSound(LedgerRules rules) {
        DateRange range = rules.dateRange();
        return rules.check().either(sound -> true, problems -> false)
                && (range == null || range.check().either(sound -> true, problems -> false));
    }

    @Override
    public Writer<OldLedgerRow> writer(AdoptionRun run) {
        Optional<String> claimed = OldDefaults.newestClaim(run, TABLE);
        return old -> write(old, claimed);
    }

    private List<Adopted> write(List<OldLedgerRow> old, Optional<String> claimed) {
        var written = rows.write(old.stream()
                        .map(one -> new AgedRow<>(LedgerRow.of(one.ledger()), one.changedAt()))
                        .toList())
                .iterator();
        List<Adopted> adopted = old.stream()
                .map(one -> OldLedger.noting(one.hasOthers(), written.next()))
                .toList();
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
