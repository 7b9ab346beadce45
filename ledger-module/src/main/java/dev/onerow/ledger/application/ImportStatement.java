package dev.onerow.ledger.application;

import dev.onerow.ledger.api.ImportProgress;
import dev.onerow.ledger.application.ImportRun.Source;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Sha256;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.ledger.domain.imports.ImportReport;
import dev.onerow.ledger.domain.statement.AccountChoice;
import dev.onerow.ledger.domain.statement.CsvProfile;
import dev.onerow.ledger.domain.statement.CsvProfiles;
import dev.onerow.ledger.domain.statement.CsvStatements;
import dev.onerow.ledger.domain.statement.OfxReader;
import dev.onerow.ledger.domain.statement.SourceRow;
import dev.onerow.ledger.domain.statement.Statement;
import dev.onerow.ledger.domain.statement.StatementReading;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports a file into an account, in one transaction under a lock of the account. The same file read in the same way
 * again changes nothing and answers with the first import.
 */
@Singleton
public final class ImportStatement {
    private static final int MOST_LISTED = 100;

    private final Accounts accounts;
    private final CsvProfiles profiles;
    private final ImportLog log;
    private final ImportRun run;
    private final ReportImports reports;
    private final Transactions transactions;

    ImportStatement(
            Accounts accounts,
            CsvProfiles profiles,
            ImportLog log,
            ImportRun run,
            ReportImports reports,
            Transactions transactions) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.log = log;
        this.run = run;
        this.reports = reports;
        this.transactions = transactions;
    }

    /**
     * What an import answers.
     *
     * @param isNew false when the file had been imported before
     */
    public record Answer(boolean isNew, ImportReport report) {}

    /**
     * Imports a file; a dry run does the same and takes it back.
     *
     * @param progress hears how far it is
     * @throws dev.onerow.ledger.domain.RefusedException when account or profile is unknown, or the file cannot be
     *     imported; nothing is stored then
     */
    public Answer importFile(ImportRequest request, ImportProgress progress) {
        Account account = accounts.find(request.account())
                .orElseThrow(() -> SaveAccount.unknown(request.account()).asException())
                .value();
        CsvProfile profile = request.format() == FileFormat.OFX ? null : requireProfile(request.profile());
        String profileKey = profile == null
                ? ""
                : profile.key(requireName(request.profile()).value());
        Source source = new Source(request, profile, profileKey, Sha256.of(request.file()), progress);
        Optional<Stored<ImportBatch>> earlier = earlier(source);
        if (earlier.isPresent()) {
            return new Answer(false, reports.of(earlier.get()));
        }

        // Reading takes longest, and nobody else has to wait for it.
        StatementReading reading = read(source, account.currency());
        return Rehearsal.run(transactions, request.isDryRun(), () -> importHeld(source, reading, account.currency()));
    }

    private Answer importHeld(Source source, StatementReading reading, CurrencyCode currency) {
        ImportRequest request = source.request();
        Account account = accounts.lock(request.account())
                .orElseThrow(() -> SaveAccount.unknown(request.account()).asException())
                .value();
        Optional<Stored<ImportBatch>> earlier = earlier(source);
        if (earlier.isPresent()) {
            return new Answer(false, reports.of(earlier.get()));
        }

        StatementReading current = account.currency().equals(currency) ? reading : read(source, account.currency());
        Statement statement = chosen(statements(current), account, request.accountNumber());
        requireTransactions(statement);
        ImportBatch batch = run.run(source, account, statement);
        return new Answer(true, reports.of(log.find(batch.id()).orElseThrow()));
    }

    private Optional<Stored<ImportBatch>> earlier(Source source) {
        return log.find(source.request().account(), source.content(), source.profileKey());
    }

    private CsvProfile requireProfile(@Nullable ProfileName profile) {
        ProfileName name = requireName(profile);
        return profiles.find(name)
                .orElseThrow(() -> Refusal.of(Reason.PROFILE_NEEDED, "No CSV profile " + name.value() + ".")
                        .asException())
                .value()
                .profile();
    }

    private static ProfileName requireName(@Nullable ProfileName profile) {
        if (profile == null) {
            throw Refusal.of(Reason.PROFILE_NEEDED, "CSV is read by a profile, which has to be named.")
                    .asException();
        }
        return profile;
    }

    private static StatementReading read(Source source, CurrencyCode currency) {
        CsvProfile profile = source.profile();
        byte[] file = source.request().file();
        return profile == null ? OfxReader.read(file, currency) : CsvStatements.read(file, profile, currency);
    }

    private static List<Statement> statements(StatementReading reading) {
        if (reading instanceof StatementReading.Read read) {
            return read.statements();
        }
        throw refusal(reading).asException();
    }

    private static Refusal refusal(StatementReading reading) {
        if (reading instanceof StatementReading.Unreadable unreadable) {
            return Refusal.of(Reason.UNREADABLE_FILE, unreadable.detail());
        }
        if (reading instanceof StatementReading.WrongProfile wrong) {
            return Refusal.of(Reason.WRONG_PROFILE, wrong.detail());
        }
        return Refusal.of(Reason.UNSUPPORTED_STATEMENT, "The file has statements of investment accounts only.");
    }

    private static Statement chosen(List<Statement> statements, Account account, @Nullable String number) {
        AccountChoice choice = AccountChoice.among(statements, account.accountNumberHash(), number);
        if (choice instanceof AccountChoice.Chosen chosen) {
            return chosen.statement();
        }
        if (choice instanceof AccountChoice.Ambiguous ambiguous) {
            throw Refusal.of(
                            Reason.AMBIGUOUS_ACCOUNT,
                            "The file has " + String.join(" and ", ambiguous.accountNumbers())
                                    + ": choose with account_number.")
                    .with("account_numbers", ambiguous.accountNumbers())
                    .asException();
        }
        throw (choice instanceof AccountChoice.Mismatch
                        ? Refusal.of(Reason.ACCOUNT_MISMATCH, "The file has no statement of this account's number.")
                        : noTransactions(List.of()))
                .asException();
    }

    private static void requireTransactions(Statement statement) {
        if (statement.entries().isEmpty()) {
            throw noTransactions(statement.rows()).asException();
        }
    }

    private static Refusal noTransactions(List<SourceRow> rows) {
        List<Map<String, Object>> rejected =
                rows.stream().limit(MOST_LISTED).map(ImportStatement::rejected).toList();
        return Refusal.of(
                        Reason.NO_VALID_TRANSACTIONS,
                        rows.isEmpty()
                                ? "The statement has no transactions."
                                : "None of the " + rows.size() + " records of the statement makes a transaction.")
                .with("rejected", rejected);
    }

    /** In the order in which it is shown: an answer has the same bytes each time. */
    private static Map<String, Object> rejected(SourceRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("line", row.line());
        members.put("problem", row.entry().either(readable -> "", no -> no.detail()));
        return members;
    }
}
