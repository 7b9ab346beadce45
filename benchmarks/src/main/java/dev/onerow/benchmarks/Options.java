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
 * @param sizes the sizes of batches to measure, in figures that measure several; empty for all
 * @param figures the figures to run, by name or its beginning; empty for all
 */
record Options(
        int rounds,
        boolean brief,
        boolean sqlite,
        boolean postgresql,
        @Nullable String server,
        List<Integer> sizes,
        List<String> figures) {
    static final String USAGE =
            "benchmarks/run [--rounds=N] [--brief] [--database=sqlite|postgresql] [--sizes=N,N] [FIGURE ...]; ONEROW_BENCHMARKS_POSTGRES_URL names a server";

    static Options parse(String[] arguments, @Nullable String server) {
        int rounds = 4;
        boolean brief = false;
        String database = "";
        List<Integer> sizes = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--rounds=")) {
                rounds = Integer.parseInt(argument.substring("--rounds=".length()));
            } else if (argument.equals("--brief")) {
                brief = true;
            } else if (argument.startsWith("--database=")) {
                database = argument.substring("--database=".length());
            } else if (argument.startsWith("--sizes=")) {
                for (String size : argument.substring("--sizes=".length()).split(",", -1)) {
                    sizes.add(Integer.valueOf(size));
                }
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
                List.copyOf(sizes),
                List.copyOf(figures));
    }
}
