package dev.onerow.app;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.UnprovenSchema;
import dev.onerow.persistence.UnusableDatabase;
import dev.onerow.web.door.OpenDoor;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.PrintWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code onerow serve}, and other commands. Without one it tells which there are. */
@Command(
        name = "onerow",
        description = "One key, one row, however often it is written.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            BackfillCommand.class,
            ImportCommand.class,
            AdoptCommand.class,
            RehearseCommand.class
        })
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Onerow",
                        version = "v1",
                        description = "One key, one row, however often it is written.",
                        license = @License(name = "Apache-2.0")))
public final class Onerow {
    /** What an operator can mend; everything else is a bug and shows where it comes from. */
    private static final Set<Class<? extends RuntimeException>> MENDABLE =
            Set.of(UnprovenSchema.class, UnusableDatabase.class, OpenDoor.class, StoreUnavailable.class);

    private Onerow() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Onerow());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()));
        return commandLine;
    }

    private static int explain(Exception failure, PrintWriter out) {
        Throwable cause = mendable(failure);
        if (cause == null) {
            failure.printStackTrace(out);
        } else {
            out.println(cause.getMessage());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static @Nullable Throwable mendable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (MENDABLE.contains(cause.getClass())) {
                return cause;
            }
        }
        return null;
    }
}
