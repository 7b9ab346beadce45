package dev.onerow.app;

import dev.onerow.ledger.api.FileImports;
import dev.onerow.ledger.api.FileImports.Answer;
import dev.onerow.ledger.api.FileImports.BankFile;
import dev.onerow.ledger.api.ImportProgress;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a bank file into an account, here and now, beside a server or without one. */
@Command(
        name = "import",
        description = {
            "Import a bank file into an account, and print the answer of POST /v1/ledger/accounts/{id}/imports.",
            "OFX and QFX are read as they are, CSV by a profile. The same file again changes nothing.",
            "Works on the database directly; a server may run on it meanwhile.",
            "Exit code 0: it is imported. 1: it is not, and the problem is printed."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "An OFX, QFX or CSV file.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private Path file;

    @Option(names = "--account", required = true, paramLabel = "ID", description = "The account's id.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private String account;

    @Option(names = "--profile", paramLabel = "NAME", description = "The CSV profile that reads the file.")
    private @Nullable String profile;

    @Option(
            names = "--account-number",
            paramLabel = "NUMBER",
            description = "Which of several statements in the file, while the account does not know its number.")
    private @Nullable String accountNumber;

    @Option(names = "--dry-run", description = "Do the same, tell what would be, and take it back.")
    private boolean isDryRun;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        byte[] content = content(err);
        if (content == null) {
            return 1;
        }
        BankFile bankFile =
                new BankFile(account, content, String.valueOf(file.getFileName()), profile, accountNumber, isDryRun);
        try (ApplicationContext context = Application.onDatabase(Map.of())) {
            Answer answer = context.getBean(FileImports.class).importFile(bankFile, told(err));
            spec.commandLine().getOut().println(answer.json());
            return answer.isAccepted() ? 0 : 1;
        }
    }

    private byte @Nullable [] content(PrintWriter err) {
        try {
            if (!Files.isRegularFile(file)) {
                err.println("There is no file " + file);
                return null;
            }
            if (Files.size(file) > FileImports.LARGEST_FILE) {
                err.println("A statement has at most " + FileImports.LARGEST_FILE / 1024 / 1024 + " MiB.");
                return null;
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** On standard error, so that the answer stands alone on standard output. */
    private static ImportProgress told(PrintWriter err) {
        long start = System.nanoTime();
        return (step, rows) -> {
            String done = switch (step) {
                case READ -> "records read";
                case RECOGNISED -> "rows looked up";
                case WRITTEN -> "new transactions written";
                case CATEGORISED -> "of them shown to the rules";
            };
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
            err.printf(Locale.ROOT, "%8.3f s  %,d %s%n", seconds, rows, done);
            err.flush();
        };
    }
}
