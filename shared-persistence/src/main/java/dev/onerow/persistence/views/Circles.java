package dev.onerow.persistence.views;

import dev.onerow.persistence.views.ViewRefused.Reason;
import java.util.Locale;
import java.util.Set;

/** Tells a view that would read itself from one that reads what does not exist: both databases report an unknown table. */
final class Circles {
    private Circles() {}

    /**
     * The reason, or {@link Reason.Circular} when what the SELECT stumbled over is the view itself or one that reads it.
     *
     * @param name the view that was to be made
     * @param dependants names of the views that read it
     */
    static Reason notIn(Reason reason, String name, Set<String> dependants) {
        return notIn(reason, name, dependants, Set.of(name));
    }

    /**
     * The same of a database that stumbles over the view itself, when what the SELECT names is one that reads it.
     *
     * @param named what the SELECT names
     */
    static Reason notIn(Reason reason, String name, Set<String> dependants, Set<String> named) {
        if (!(reason instanceof Reason.InvalidSql invalid) || invalid.subject() == null) {
            return reason;
        }
        var subject = lastName(invalid.subject());
        boolean isInCircle = subject.equals(name) || dependants.contains(subject);
        boolean isMissing =
                invalid.code().equals("unknown-table") || invalid.code().equals("circular");
        return isInCircle && isMissing ? new Reason.Circular(name, through(subject, dependants, named)) : reason;
    }

    private static String through(String subject, Set<String> dependants, Set<String> named) {
        return named.contains(subject)
                ? subject
                : dependants.stream()
                        .filter(named::contains)
                        .sorted()
                        .findFirst()
                        .orElse(subject);
    }

    private static String lastName(String subject) {
        var name = subject.substring(subject.lastIndexOf('.') + 1).replace("\"", "");
        return name.toLowerCase(Locale.ROOT);
    }
}
