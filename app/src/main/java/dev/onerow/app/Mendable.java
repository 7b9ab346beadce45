package dev.onerow.app;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.UnprovenSchema;
import dev.onerow.persistence.UnusableDatabase;
import dev.onerow.web.door.OpenDoor;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds among the causes of a failure what an operator can mend, and says it in a line. Everything else is a bug. */
final class Mendable {
    private static final List<Class<? extends RuntimeException>> SAYING_SO_THEMSELVES = List.of(
            UnprovenSchema.class,
            UnusableDatabase.class,
            UnusableSetting.class,
            OpenDoor.class,
            StoreUnavailable.class);

    /** How the framework says that it cannot read a setting of its own; what follows is about its classes. */
    private static final Pattern UNREADABLE =
            Pattern.compile("Error resolving property value \\[(.*?)] *\\. *([^\n]*)");

    private Mendable() {}

    /** What the operator is told of a failure, if he can mend it. */
    static Optional<String> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> told = told(cause);
            if (told.isPresent()) {
                return told;
            }
        }
        return unreadable(failure);
    }

    private static Optional<String> told(Throwable cause) {
        if (SAYING_SO_THEMSELVES.stream().anyMatch(known -> known.isInstance(cause))
                || cause.getClass() == ConfigurationException.class) {
            return Optional.ofNullable(cause.getMessage());
        }
        return cause instanceof ServerStartupException ? Optional.of(unbound(cause)) : Optional.empty();
    }

    private static String unbound(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(root.getMessage());
        boolean isTaken = root instanceof BindException && said.contains("in use");
        return String.valueOf(failure.getMessage()).replaceFirst("^.* on ", "Cannot listen on ") + ": "
                + (root.getMessage() == null ? "there is no such host" : said) + ". "
                + (isTaken
                        ? "Stop the process that does, or set ONEROW_PORT to another port."
                        : "ONEROW_HOST wants an address of this machine, ONEROW_PORT a port that this user may open.");
    }

    private static Optional<String> unreadable(Throwable failure) {
        Matcher matcher = UNREADABLE.matcher(String.valueOf(failure.getMessage()));
        return matcher.find()
                ? Optional.of("The setting " + matcher.group(1) + " cannot be read. "
                        + matcher.group(2).strip())
                : Optional.empty();
    }
}
