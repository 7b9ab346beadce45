package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.booking.EntryDraft;
import dev.onerow.web.request.Fields;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Reads transactions that clients send. */
final class TransactionBodies {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");

    /** What FITID of OFX may have, and what the index over it can hold. */
    private static final int LONGEST_EXTERNAL_ID = 255;

    private TransactionBodies() {}

    static EntryDraft read(Fields in, String id) {
        in.ignore(
                "currency_code",
                "sequence_number",
                "flow",
                "fingerprint",
                "occurrence_number",
                "origin",
                "year",
                "month",
                "day",
                "version",
                "created_at",
                "updated_at",
                "outcome");
        LocalTime time = in.text("booking_time")
                .matching(TIME, "HH:MM:SS.")
                .map(LocalTime::parse, "invalid-form", "HH:MM:SS.")
                .orElse(LocalTime.MIDNIGHT);
        EntryDraft draft = new EntryDraft(
                new TransactionId(id),
                Inputs.id(in, "account_id", AccountId::new),
                in.date("date").required(),
                time,
                in.text("amount").required(),
                Inputs.text(in, "merchant"),
                Inputs.text(in, "notes"),
                in.text("balance").orNull(),
                in.bool("is_neutral").orElse(false),
                in.text("external_id").atMost(LONGEST_EXTERNAL_ID).orNull(),
                in.bool("locked").orElse(false));
        return Inputs.noting(in, draft, draft.check());
    }
}
