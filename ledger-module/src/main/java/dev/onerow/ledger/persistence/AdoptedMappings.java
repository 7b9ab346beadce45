package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.category.Assignment;
import dev.onerow.ledger.domain.category.Mapping;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.InstantConverter;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories of transactions in older ledgers, which could give one several: a person's choice stays, then the newest. */
@Singleton
final class AdoptedMappings implements Adoption<Mapping> {
    private static final OldShape SHAPE = new OldShape(
            48,
            "transaction_category_mappings",
            Set.of("transaction_id", "ledger_id", "category_id"),
            Set.of("id", "tags", "assigned_by", "assigned_at", "rule_id", "rule_version", "created_at", "updated_at"),
            "mappings: of one transaction in one ledger a person's, then the newest");

    private final Store<MappingRow> mappings;
    private final Templates templates;

    AdoptedMappings(Stores stores, Templates templates) {
        this.mappings = stores.of(MappingRow.class).quarantining();
        this.templates = templates;
    }

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<Mapping> read(OldRow row) {
        if (!row.has("transaction_id") || !row.has("ledger_id")) {
            return Reading.refused(Reason.NULL_KEY);
        }
        Optional<String> transaction = OldLedger.key(row, "transaction_id");
        Optional<String> ledger = OldLedger.key(row, "ledger_id");
        Optional<String> category = OldLedger.key(row, "category_id");
        if (transaction.isEmpty() || ledger.isEmpty()) {
            return Reading.refused(Reason.INVALID_KEY);
        }
        Instant assignedAt = row.has("assigned_at") ? row.instant("assigned_at") : row.instant("created_at");
        if (category.isEmpty()) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        Assignment assignedBy =
                OldLedger.word(Assignment.class, row.text("assigned_by")).orElse(Assignment.AUTO);
        Instant when = assignedAt == null ? Instant.EPOCH : assignedAt;
        String id = row.textOr("id", "");
        Mapping mapping = new Mapping(
                KeyForm.matches(id) ? id : UUID.randomUUID().toString(),
                new TransactionId(transaction.get()),
                new LedgerId(ledger.get()),
                new CategoryId(category.get()),
                tags(row),
                assignedBy,
                when,
                assignedBy == Assignment.MANUAL
                        ? null
                        : OldLedger.key(row, "rule_id").map(RuleId::new).orElse(null),
                assignedBy == Assignment.MANUAL ? null : row.whole("rule_version"));
        return Reading.kept(
                transaction.get() + " " + ledger.get(),
                (assignedBy == Assignment.MANUAL ? "1 " : "0 ")
                        + InstantConverter.text(when)
                        + " "
                        + row.rankByTime("created_at"),
                mapping);
    }

    private static List<String> tags(OldRow row) {
        return row.tree("tags") instanceof Collection<?> tags
                ? tags.stream().filter(Objects::nonNull).map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public Writer<Mapping> writer(AdoptionRun run) {
        return this::write;
    }

    private List<Adopted> write(List<Mapping> old) {
        Map<RuleId, TemplateId> rules = templates.ownersOfRules(old.stream()
                .map(Mapping::rule)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<MappingRow> rows = old.stream()
                .map(mapping -> MappingRow.of(known(mapping, rules)))
                .toList();
        return mappings.decideAll(rows, AdoptedMappings::decide).stream()
                .map(AgedRows::adopted)
                .toList();
    }

    /** A rule that is not here gave it nevertheless. */
    private static Mapping known(Mapping old, Map<RuleId, TemplateId> rules) {
        boolean isKnown = old.rule() == null || rules.containsKey(old.rule());
        return isKnown
                ? old
                : new Mapping(
                        old.id(),
                        old.transaction(),
                        old.ledger(),
                        old.category(),
                        old.tags(),
                        old.assignedBy(),
                        old.assignedAt(),
                        null,
                        null);
    }

    private static Decision<MappingRow> decide(@Nullable MappingRow stored, MappingRow incoming) {
        if (stored == null) {
            return Decision.write(incoming);
        }
        Mapping here = stored.stored().value();
        Mapping old = incoming.stored().value();
        boolean saysTheSame = here.category().equals(old.category())
                && here.tags().equals(old.tags())
                && here.assignedBy() == old.assignedBy()
                && here.assignedAt().equals(old.assignedAt());
        if (saysTheSame) {
            return Decision.keep();
        }
        boolean isNewer = old.assignedAt().isAfter(here.assignedAt());
        return old.assignedBy().mayReplace(here.assignedBy()) && isNewer ? Decision.write(incoming) : Decision.stale();
    }
}
