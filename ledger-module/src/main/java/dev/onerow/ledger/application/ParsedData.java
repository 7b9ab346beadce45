package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.CanonicalJson;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Members;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.statement.SourceRow;
import dev.onerow.ledger.domain.statement.StatementEntry;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read from a record, as the JSON object that is kept beside its text. */
final class ParsedData {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private ParsedData() {}

    /** What a readable record says; of a rejected one the texts that were looked at. */
    static String of(SourceRow row, CurrencyCode currency) {
        return row.entry()
                .either(
                        entry -> CanonicalJson.write(members(entry, currency)),
                        no -> CanonicalJson.write(storable(row.found())));
    }

    private static Map<String, Object> members(StatementEntry entry, CurrencyCode currency) {
        Map<String, Object> members = new HashMap<>();
        members.put("date", entry.date().toString());
        members.put("booking_time", TIME.format(entry.time()));
        members.put("amount", Money.decimal(entry.amount(), currency));
        members.put("is_neutral", entry.isNeutral());
        Members.put(members, "merchant", entry.merchant());
        Members.put(members, "notes", entry.notes());
        Members.put(members, "external_id", entry.externalId());
        Members.put(members, "stated_balance", decimal(entry.balance(), currency));
        Members.put(members, "principal", decimal(entry.principal(), currency));
        return members;
    }

    private static @Nullable String decimal(@Nullable Long amount, CurrencyCode currency) {
        return amount == null ? null : Money.decimal(amount, currency);
    }

    /** A text that was cut off may end in half a character. */
    private static Map<String, String> storable(Map<String, String> found) {
        Map<String, String> storable = new HashMap<>();
        found.forEach((name, text) ->
                storable.put(name, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
        return storable;
    }
}
