package dev.onerow.ledger.application;

import dev.onerow.ledger.api.ImportProgress;
import dev.onerow.ledger.api.ImportProgress.Step;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.FillingGaps;
import dev.onerow.ledger.domain.identity.Candidate;
import dev.onerow.ledger.domain.identity.Recognition;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.ledger.domain.statement.AccountChoice;
import dev.onerow.ledger.domain.statement.CsvProfile;
import dev.onerow.ledger.domain.statement.RowBalances;
import dev.onerow.ledger.domain.statement.Statement;
import dev.onerow.ledger.domain.statement.StatementEntry;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does one import whose account is held: identifies, numbers, writes and categorises. */
@Singleton
final class ImportRun {
    private final Accounts accounts;
    private final Bookings bookings;
    private final ImportLog log;
    private final Categorise categorise;
    private final Today today;
    private final Transactions transactions;

    ImportRun(
            Accounts accounts,
            Bookings bookings,
            ImportLog log,
            Categorise categorise,
            Today today,
            Transactions transactions) {
        this.accounts = accounts;
        this.bookings = bookings;
        this.log = log;
        this.categorise = categorise;
        this.today = today;
        this.transactions = transactions;
    }

    /**
     * Where a statement comes from.
     *
     * @param profile how it was read; null for OFX
     * @param profileKey what of that is part of the key of the import
     * @param content SHA-256 of the bytes of the file
     */
    record Source(
            ImportRequest request,
            @Nullable CsvProfile profile,
            String profileKey,
            String content,
            ImportProgress progress) {}

    ImportBatch run(Source source, Account account, Statement statement) {
        source.progress().reached(Step.READ, statement.rows().size());
        transactions.planAfresh();
        ImportDraft draft = transactions.plannedForValues(() -> draft(source, account, statement));
        source.progress().reached(Step.RECOGNISED, statement.entries().size());

        ImportBatch batch = batch(source, account, statement, draft);
        List<Booking> created = draft.created();
        log.record(batch);
        log.recordRows(batch, draft.rawRows());
        bookings.addAll(created);
        requireSaved(bookings.saveAll(draft.matched(), new FillingGaps()));
        transactions.planAfresh(); // The rest refers to what was just written.
        log.recordVouchings(batch, draft.vouchings());
        tellNumber(account, statement);
        source.progress().reached(Step.WRITTEN, created.size());

        categorise.newlyCreated(
                created.stream().map(booking -> booking.entry().id()).toList());
        source.progress().reached(Step.CATEGORISED, created.size());
        return batch;
    }

    private ImportDraft draft(Source source, Account account, Statement statement) {
        ImportDraft draft = new ImportDraft(account, statement);
        List<Candidate> rows = draft.candidates();
        boolean onlyStated = account.type().worksOutBalances();
        draft.pair(Recognition.of(
                rows, log.candidates(account.id(), rows, onlyStated), policy(account, source.profile())));
        draft.balance(new RowBalances(account.type(), statement.balance(), loanBefore(account, statement)));
        draft.number(bookings.largestSequences(account.id(), draft.createdSeconds()));
        return draft;
    }

    private ImportBatch batch(Source source, Account account, Statement statement, ImportDraft draft) {
        List<LocalDate> days = statement.entries().stream()
                .map(StatementEntry::date)
                .sorted(Comparator.naturalOrder())
                .toList();
        ImportRequest request = source.request();
        return new ImportBatch(
                new BatchId(UUID.randomUUID().toString()),
                account.id(),
                account.type(),
                request.format(),
                request.fileName(),
                source.content(),
                source.profileKey(),
                today.instant(),
                draft.counts(),
                days.get(0),
                days.get(days.size() - 1),
                statement.balance());
    }

    private void tellNumber(Account account, Statement statement) {
        String number = statement.accountNumber();
        if (account.accountNumberHash() == null && number != null) {
            String last4 = number.substring(Math.max(0, number.length() - 4));
            accounts.tellNumber(account.id(), AccountChoice.hash(number), last4);
        }
    }

    private @Nullable Long loanBefore(Account account, Statement statement) {
        if (account.type() != AccountType.LOAN) {
            return null;
        }
        LocalDate first = statement.entries().stream()
                .map(StatementEntry::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return log.balanceBefore(account.id(), first)
                .or(() -> LoanAmount.of(account).map(amount -> -amount))
                .orElse(null);
    }

    private static Recognition.Policy policy(Account account, @Nullable CsvProfile profile) {
        return profile == null
                ? new Recognition.Policy(account.externalIdsStable(), true)
                : new Recognition.Policy(profile.externalIdsStable(), profile.balanceIdentifies());
    }

    private static void requireSaved(List<Bookings.Outcome> outcomes) {
        for (Bookings.Outcome outcome : outcomes) {
            if (outcome.refusal() != null) {
                throw outcome.refusal().asException();
            }
        }
    }
}
