package dev.onerow.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rounds measured rounds
 * @param brief only show that everything works
 * @param sqlite whether SQLite is measured
 * @param postgresql whether PostgreSQL is measured
 * @param server the PostgreSQL server to use; null for embedded binaries
 * @param figures the figures to run; empty for all
 */
record Options(
        int rounds,
        boolean brief,
        boolean sqlite,
        boolean postgresql,
        @Nullable String server,
        List<String> figures) {
    static final String USAGE =
            "benchmarks/run [--rounds=N] [--brief] [--database=sqlite|postgresql] [FIGURE ...]; ONEROW_BENCHMARKS_POSTGRES_URL names a server";

    static Options parse(String[] arguments, @Nullable String server) {
        int rounds = 4;
        boolean brief = false;
        String database = "";
        List<String> figures = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--rounds=")) {
                rounds = Integer.parseInt(argument.substring("--rounds=".length()));
            } else if (argument.equals("--brief")) {
                brief = true;
            } else if (argument.startsWith("--database=")) {
                database = argument.substring("--database=".length());
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException(USAGE);
            } else {
                figures.add(argument);
            }
        }
        return new Options(
                rounds,
                brief,
                !database.equals("postgresql"),
                !database.equals("sqlite"),
                server,
                List.copyOf(figures));
    }
}
