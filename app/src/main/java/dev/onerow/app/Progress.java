package dev.onerow.app;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a command is: a bar where somebody watches, plain lines where they are kept. */
interface Progress extends AutoCloseable {

    /** A bar when input and output are a terminal, else lines. */
    static Progress of(String task, PrintWriter out) {
        return isTerminal() ? new Bar(task, System.err) : new Lines(task, out);
    }

    private static boolean isTerminal() {
        return !"dumb".equals(System.getenv("TERM"))
                && Optional.ofNullable(System.console())
                        .filter(Progress::isTerminal)
                        .isPresent();
    }

    /** From Java 22 on there may be a console that is none; the question came with it, so older ones do not know it. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * It is this far now.
     *
     * @param total how far it has to go; 0 when nobody knows
     */
    void show(long done, long total);

    /** Shows the end. */
    @Override
    void close();

    /** On standard error, so that it is in nobody's way. */
    final class Bar implements Progress {
        private static final int WIDTH = 79;

        private final ProgressBar bar;
        private final PrintStream terminal;

        Bar(String task, PrintStream terminal) {
            this.terminal = terminal;
            // Drawn by ourselves: the library would open the terminal, and with that take Ctrl-C away from the JVM.
            Consumer<String> line = text -> terminal.print('\r' + text);
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(-1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new DelegatingProgressBarConsumer(line, WIDTH))
                    .showSpeed()
                    .build();
        }

        @Override
        public void show(long done, long total) {
            bar.maxHint(total == 0 ? -1 : total);
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
            terminal.println();
        }
    }

    /** At most one line in a while, and the last one always. */
    final class Lines implements Progress {
        private static final Duration WHILE = Duration.ofSeconds(2);

        private final String task;
        private final PrintWriter out;
        private String latest = "";
        private String printed = "";
        private long printedAtNanos = System.nanoTime();

        Lines(String task, PrintWriter out) {
            this.task = task;
            this.out = out;
        }

        @Override
        public void show(long done, long total) {
            latest = total == 0 ? task + ": " + done : task + ": " + done + " of " + total;
            if (System.nanoTime() - printedAtNanos >= WHILE.toNanos()) {
                print();
            }
        }

        @Override
        public void close() {
            if (!latest.equals(printed)) {
                print();
            }
        }

        private void print() {
            out.println(latest);
            printed = latest;
            printedAtNanos = System.nanoTime();
        }
    }
}
