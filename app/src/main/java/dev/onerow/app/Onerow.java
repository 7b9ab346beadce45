package dev.onerow.app;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger("dev.onerow");

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
        Optional<String> told = Mendable.in(failure);
        told.ifPresent(out::println);
        if (told.isEmpty() || isInDetail()) {
            failure.printStackTrace(out);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What fails early does so before the framework has set the levels of the settings. */
    private static boolean isInDetail() {
        return LOG.isDebugEnabled() || "DEBUG".equalsIgnoreCase(System.getenv("LOGGER_LEVELS_DEV_ONEROW"));
    }
}
