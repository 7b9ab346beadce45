package dev.onerow.ledger.web;

import dev.onerow.ledger.application.SaveTransactions;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.persistence.Transactions;
import dev.onerow.web.bulk.BulkWrite;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.request.Fields;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Many transactions in one request. */
@Singleton
final class TransactionLines implements BulkWrite<TransactionBodies.Draft> {
    private final SaveTransactions saveTransactions;
    private final TransactionBodies bodies;
    private final Transactions transactions;

    TransactionLines(SaveTransactions saveTransactions, TransactionBodies bodies, Transactions transactions) {
        this.saveTransactions = saveTransactions;
        this.bodies = bodies;
        this.transactions = transactions;
    }

    @Override
    public TransactionBodies.Draft read(Fields line) {
        return TransactionBodies.read(line, Inputs.id(line, "id", key -> key));
    }

    @Override
    public String example() {
        return "{\"id\":\"t-1\",\"account_id\":\"giro\",\"date\":\"2026-03-10\",\"amount\":\"-12.40\",\"merchant\":\"Kiosk\"}";
    }

    @Override
    public List<LineAnswer> write(List<TransactionBodies.Draft> lines) {
        Map<AccountId, CurrencyCode> currencies = bodies.currencies(lines);
        List<Checked<Entry>> checked = lines.stream()
                .map(draft -> TransactionBodies.entry(draft, currencies))
                .toList();
        List<Entry> entries = new ArrayList<>();
        checked.forEach(each -> each.either(entries::add, problems -> false));
        List<Bookings.Outcome> outcomes =
                entries.isEmpty() ? List.of() : saveTransactions.save(entries, Condition.NONE);
        List<LineAnswer> answers = new ArrayList<>();
        int[] next = {0};
        for (Checked<Entry> each : checked) {
            answers.add(each.either(
                    entry -> answer(entry, outcomes.get(next[0]++)),
                    problems -> LineAnswer.rejected(LedgerProblems.of(Refusal.invalid(problems)))));
        }
        return answers;
    }

    @Override
    public <R> R inOneTransaction(Supplier<R> work) {
        return transactions.write(work);
    }

    private static LineAnswer answer(Entry entry, Bookings.Outcome outcome) {
        Saved<Booking> saved = outcome.saved();
        return saved != null
                ? LineAnswer.of(Map.of("id", entry.id().value()), Inputs.outcome(saved))
                : LineAnswer.rejected(LedgerProblems.of(Objects.requireNonNull(outcome.refusal())));
    }
}
