package dev.onerow.ledger.web;

import dev.onerow.ledger.application.SaveTransactions;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.booking.EntryDraft;
import dev.onerow.persistence.Transactions;
import dev.onerow.web.bulk.BulkWrite;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.request.Fields;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Many transactions in one request. */
@Singleton
final class TransactionLines implements BulkWrite<EntryDraft> {
    private final SaveTransactions saveTransactions;
    private final Transactions transactions;

    TransactionLines(SaveTransactions saveTransactions, Transactions transactions) {
        this.saveTransactions = saveTransactions;
        this.transactions = transactions;
    }

    @Override
    public EntryDraft read(Fields line) {
        return TransactionBodies.read(line, Inputs.id(line, "id", key -> key));
    }

    @Override
    public String example() {
        return "{\"id\":\"t-1\",\"account_id\":\"giro\",\"date\":\"2026-03-10\",\"amount\":\"-12.40\",\"merchant\":\"Kiosk\"}";
    }

    @Override
    public List<LineAnswer> write(List<EntryDraft> lines) {
        List<SaveTransactions.Answer> answers = saveTransactions.save(lines, Condition.NONE);
        return answers.stream()
                .map(each -> each.either(
                        (saved, currency) -> LineAnswer.of(
                                Map.of("id", saved.stored().value().entry().id().value()), Inputs.outcome(saved)),
                        refusal -> LineAnswer.rejected(LedgerProblems.of(refusal))))
                .toList();
    }

    @Override
    public <R> R inOneTransaction(Supplier<R> work) {
        return transactions.write(work);
    }
}
