package dev.onerow.app;

import dev.onerow.persistence.DatabaseInUse;
import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.UnusableDatabase;
import dev.onerow.persistence.adopting.Adopter;
import dev.onerow.persistence.adopting.OldDatabase;
import dev.onerow.persistence.adopting.Survey;
import dev.onerow.persistence.adopting.TableReceipt;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes over the rows of a database that was written by code that only inserts, with all its duplicates. */
@Command(
        name = "adopt",
        description = {
            "Take over the rows of an older database, which is only read.",
            "Rows that share a key become one; what is lost by that is kept in adopted_rows.",
            "Killed at any time: run it again. Run again: there is nothing to do.",
            "Exit code 0: done. 1: it failed midway; run it again. 2: the older database, or a table of it, is of no use."
        },
        mixinStandardHelpOptions = true)
final class AdoptCommand implements Callable<Integer> {
    private static final int FAILED_MIDWAY = 1;
    private static final int UNUSABLE = 2;
    private static final String PASSWORD = "ONEROW_ADOPT_PASSWORD";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "JDBC_URL",
            description = "The older database: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private String from;

    @Option(
            names = "--user",
            paramLabel = "ROLE",
            description = "The role to read with, where the URL does not name it.")
    private @Nullable String user;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description =
                    "Ask for the password. Without this option it is taken from the URL, or from " + PASSWORD + ".")
    private char @Nullable [] password;

    @Option(names = "--dry-run", description = "Predict the receipt, and write no row.")
    private boolean dryRun;

    @Option(names = "--execute", description = "Make the views that are not there, by executing their rules.")
    private boolean execute;

    @Option(names = "--json", description = "Print the receipt as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private CommandSpec spec;

    @Override
    public Integer call() {
        OldDatabase opened;
        try {
            opened = OldDatabase.open(from, user, password());
        } catch (UnusableDatabase unusable) {
            return unusable(unusable.getMessage());
        }
        try (OldDatabase old = opened) {
            if (old.isOurs()) {
                return unusable(old.source() + " is a database of Onerow already: name it in ONEROW_DATABASE_URL.");
            }
            try (ApplicationContext context = Application.onDatabase(Map.of())) {
                return adopt(context, old);
            }
        }
    }

    private int unusable(@Nullable String message) {
        spec.commandLine().getErr().println(message);
        return UNUSABLE;
    }

    private @Nullable String password() {
        return password == null ? System.getenv(PASSWORD) : new String(password);
    }

    private int adopt(ApplicationContext context, OldDatabase old) {
        PrintWriter err = spec.commandLine().getErr();
        Adopter adopter = context.getBean(Adopter.class);
        Survey survey;
        try {
            survey = adopter.survey(old);
        } catch (UnusableDatabase unusable) {
            return unusable(unusable.getMessage());
        }
        AdoptionReport report =
                new AdoptionReport(survey, context.getBean(DatabaseInUse.class).url(), dryRun);
        if (!json || !survey.isUsable()) {
            (json ? err : spec.commandLine().getOut()).println(report.plan());
        }
        if (!survey.isUsable()) {
            return unusable("No table of it can be taken over. Nothing was written.");
        }
        List<TableReceipt> receipts;
        try (AdoptionBars progress = new AdoptionBars(err)) {
            receipts = adopter.adopt(old, survey, new Adopter.Options(dryRun, execute), progress);
        } catch (StoreUnavailable | UnusableDatabase failure) {
            err.println(failure.getMessage());
            err.println(
                    dryRun
                            ? "It is not through. Nothing was written; run the same command again."
                            : "It is not through. What was written stays; run the same command again.");
            return FAILED_MIDWAY;
        }
        spec.commandLine().getOut().println(json ? report.json(receipts) : report.receipts(receipts));
        return survey.tables().stream().allMatch(Survey.Found::isUsable) ? 0 : UNUSABLE;
    }
}
