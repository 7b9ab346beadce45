package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.web.request.Fields;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads transactions that clients send: first as written, then in the currency of their accounts. */
@Singleton
final class TransactionBodies {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");

    private final Accounts accounts;

    TransactionBodies(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A transaction as written; its amounts are texts, because only the account says what they mean. */
    record Draft(
            TransactionId id,
            AccountId account,
            LocalDate date,
            LocalTime time,
            String amount,
            @Nullable String merchant,
            @Nullable String notes,
            @Nullable String balance,
            boolean isNeutral,
            @Nullable String externalId,
            boolean isLocked) {}

    static Draft read(Fields in, String id) {
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
        return new Draft(
                new TransactionId(id),
                Inputs.id(in, "account_id", AccountId::new),
                in.date("date").required(),
                time,
                in.text("amount").required(),
                Inputs.text(in, "merchant"),
                Inputs.text(in, "notes"),
                in.text("balance").orNull(),
                in.bool("is_neutral").orElse(false),
                Inputs.text(in, "external_id"),
                in.bool("locked").orElse(false));
    }

    /** The currencies of the accounts that some transactions name, as far as there are such accounts. */
    Map<AccountId, CurrencyCode> currencies(List<Draft> drafts) {
        Map<AccountId, CurrencyCode> currencies = new HashMap<>();
        accounts.findAll(drafts.stream().map(Draft::account).distinct().toList())
                .forEach(stored ->
                        currencies.put(stored.value().id(), stored.value().currency()));
        return currencies;
    }

    /** What a draft says in its account's currency. */
    static Checked<Entry> entry(Draft draft, Map<AccountId, CurrencyCode> currencies) {
        Checked.Findings findings = new Checked.Findings();
        CurrencyCode currency = currencies.get(draft.account());
        if (currency == null) {
            findings.add(
                    "/account_id",
                    "unknown-account",
                    "No account " + draft.account().value() + ".");
            return findings.result(() -> {
                throw new IllegalStateException("A problem was found");
            });
        }
        Optional<Money> amount = findings.take("/amount", Money.read(draft.amount(), currency));
        findings.require(
                amount.isEmpty() || amount.get().minorUnits() != 0, "/amount", "zero", "An amount is not zero.");
        String stated = draft.balance();
        Optional<Money> balance =
                stated == null ? Optional.empty() : findings.take("/balance", Money.read(stated, currency));
        return findings.result(() -> new Entry(
                draft.id(),
                draft.account(),
                draft.date(),
                draft.time(),
                amount.orElseThrow().minorUnits(),
                draft.merchant(),
                draft.notes(),
                balance.map(Money::minorUnits).orElse(null),
                draft.isNeutral(),
                draft.externalId(),
                draft.isLocked()));
    }
}
