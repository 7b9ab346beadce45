package dev.onerow.app;

import dev.onerow.persistence.DatabaseInUse;
import dev.onerow.persistence.SchemaProof;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves the live schema, prints what it found with the repairs, and changes nothing. */
@Command(
        name = "check",
        description = {
            "Prove the database against what the application writes, and change nothing.",
            "Exit code 0: it holds. 1: it does not; the repairs are printed."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, Object> settings = Map.of("onerow.proof.at-start", false, "onerow.database.read-only", true);
        try (ApplicationContext context = Application.onDatabase(settings)) {
            return report(context, spec.commandLine().getOut());
        }
    }

    private static int report(ApplicationContext context, PrintWriter out) {
        SchemaProof.Result result = context.getBean(SchemaProof.class).prove();
        if (!result.findings().isEmpty()) {
            out.println(result.report());
            out.println();
        }
        DatabaseInUse database = context.getBean(DatabaseInUse.class);
        if (result.holds()) {
            out.println(result.tables() + " tables of " + database.url() + " proved.");
            return 0;
        }
        int defects = result.defects().size();
        out.println(defects + (defects == 1 ? " defect in " : " defects in ") + database.url());
        return 1;
    }
}
