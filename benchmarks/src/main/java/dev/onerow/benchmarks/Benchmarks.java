package dev.onerow.benchmarks;

import io.micronaut.context.ApplicationContext;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The command: runs the figures on each database and prints their tables as Markdown. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs what the arguments ask for; see {@code README.md}. */
    public static void main(String[] arguments) throws SQLException {
        Options options = Options.parse(arguments, System.getenv("ONEROW_BENCHMARKS_POSTGRES_URL"));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                "Java %s, %d processors, %s%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch"));
        if (options.sqlite()) {
            run(Scratch.sqlite(), options, out);
        }
        if (options.postgresql()) {
            String server = options.server();
            run(server == null ? Scratch.embeddedPostgresql() : Scratch.postgresql(server), options, out);
        }
    }

    /** Runs the chosen figures on one database, which is dropped at the end. */
    static void run(Scratch scratch, Options options, PrintStream out) throws SQLException {
        try (Bench bench = new Bench(scratch, options, out);
                ApplicationContext context = ApplicationContext.run(Map.of("onerow.database.url", scratch.url()))) {
            for (Figure figure : figures(context, options.figures())) {
                out.println("\n### " + figure.name() + ", " + bench.kind() + "\n\n" + figure.question());
                figure.measure(bench);
            }
        }
    }

    private static List<Figure> figures(ApplicationContext context, List<String> chosen) {
        return context.getBeansOfType(Figure.class).stream()
                .filter(figure -> chosen.isEmpty() || chosen.stream().anyMatch(figure.name()::startsWith))
                .sorted(Comparator.comparing(Figure::name))
                .toList();
    }
}
