package dev.onerow.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells a command that the process is to end, by Ctrl-C or SIGTERM, and holds the end up until the command has stopped
 * where nothing is half done. The process then ends with the exit code of the signal: 130, or 143.
 */
final class Interruption implements AutoCloseable {
    /** The exit code of a process that Ctrl-C ended. */
    static final int EXIT_CODE = 130;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "interruption");

    private Interruption() {}

    /** Watches until it is closed. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the command is to stop. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits, but no longer than until the command is to stop. */
    void pause(Duration pause) {
        try {
            if (asked.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            asked.countDown();
        }
    }

    /** The command has stopped: the process may end. */
    @Override
    public void close() {
        stopped.countDown();
        if (!isAsked()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The process is to end just now; the hook has nothing to wait for.
            }
        }
    }

    private void ask() {
        asked.countDown();
        try {
            if (!stopped.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
