package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.view.DateRange;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.ledger.domain.view.LedgerType;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads ledgers that clients send. */
@Singleton
final class LedgerBodies implements Form<LedgerBodies.Sent> {
    /**
     * A ledger as it was sent.
     *
     * @param isDefault null when the request does not say
     */
    record Sent(Ledger ledger, @Nullable Boolean isDefault) {}

    @Override
    public Sent read(Fields in) {
        return read(in, new LedgerId("household"));
    }

    @Override
    public String example() {
        return "{\"name\":\"Household\",\"rules\":{\"include_all\":true,\"date_range\":{\"is_relative\":true,\"relative_days\":90}}}";
    }

    static Sent read(Fields in, LedgerId id) {
        in.text("id").sameAsPath(id.value());
        in.ignore("version", "created_at", "updated_at", "outcome");
        String template = Inputs.optionalKey(in, "category_template_id");
        Ledger ledger = new Ledger(
                id,
                in.text("name").notBlank().atMost(200).required(),
                Objects.requireNonNullElse(Inputs.word(in, "type", LedgerType.class), LedgerType.CUSTOM),
                template == null ? null : new TemplateId(template),
                in.part("rules", LedgerBodies::rules).orElse(LedgerRules.everything()),
                in.bool("track_balances").orElse(true));
        return new Sent(ledger, in.bool("is_default").orNull());
    }

    private static LedgerRules rules(Fields in) {
        LedgerRules rules = new LedgerRules(
                in.bool("include_all").orNull(),
                in.texts("include_account_ids").orNull(),
                in.texts("exclude_account_ids").orNull(),
                in.part("date_range", LedgerBodies::range).orNull(),
                in.text("min_amount").orNull(),
                in.text("max_amount").orNull(),
                in.bool("exclude_small_amounts").orNull(),
                in.text("small_amount_threshold").orNull(),
                in.bool("include_flow_in").orNull(),
                in.bool("include_flow_out").orNull(),
                in.bool("include_neutral").orNull(),
                in.texts("include_categories").orNull(),
                in.texts("exclude_categories").orNull(),
                in.texts("include_tags").orNull(),
                in.texts("exclude_tags").orNull());
        return Inputs.noting(in, rules, rules.check());
    }

    private static DateRange range(Fields in) {
        DateRange range = new DateRange(
                in.text("start_date").orNull(),
                in.text("end_date").orNull(),
                in.bool("is_relative").orNull(),
                in.integer("relative_days").orNull());
        return Inputs.noting(in, range, range.check());
    }
}
