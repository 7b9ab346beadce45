package dev.onerow.ledger.web;

import dev.onerow.ledger.api.FileImports;
import dev.onerow.ledger.api.ImportProgress;
import dev.onerow.ledger.application.ImportRequest;
import dev.onerow.ledger.application.ImportStatement;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.RefusedException;
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.web.problem.Problem;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers imports of files that lie on this machine as the endpoint answers those that are sent. */
@Singleton
final class ImportedFiles implements FileImports {
    private final ImportStatement importStatement;
    private final JsonMapper json;

    ImportedFiles(ImportStatement importStatement, JsonMapper json) {
        this.importStatement = importStatement;
        this.json = json;
    }

    @Override
    public Answer importFile(BankFile file, ImportProgress progress) {
        if (!KeyForm.matches(file.account())) {
            return refused(LedgerProblems.invalidId("id", "account"));
        }
        String profile = file.profile();
        if (profile != null && !KeyForm.matches(profile)) {
            return refused(LedgerProblems.invalidId("profile", "csv-profile"));
        }
        try {
            ImportStatement.Answer answer = importStatement.importFile(request(file), progress);
            return new Answer(true, write(ImportView.of(answer.report())));
        } catch (RefusedException refusal) {
            return refused(LedgerProblems.of(refusal.refusal()));
        }
    }

    private static ImportRequest request(BankFile file) {
        String profile = file.profile();
        FileFormat format = profile != null || isCsv(file.name()) ? FileFormat.CSV : FileFormat.OFX;
        return new ImportRequest(
                new AccountId(file.account()),
                format,
                file.content(),
                file.name(),
                profile == null ? null : new ProfileName(profile),
                file.accountNumber(),
                file.isDryRun());
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private Answer refused(Problem problem) {
        return new Answer(false, write(problem.toMap()));
    }

    private String write(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
