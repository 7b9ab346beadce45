package dev.onerow.persistence.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work in several threads at once. */
public final class InParallel {
    private static final long PATIENCE_MINUTES = 5;

    private InParallel() {}

    /**
     * Runs the work once in each of some threads, which are numbered from 0, and waits for all.
     *
     * @throws IllegalStateException with the first failure as its cause and the others as suppressed
     */
    public static void run(int threads, Work work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                futures.add(executor.submit(() -> {
                    work.run(thread);
                    return true;
                }));
            }
            IllegalStateException failures = null;
            for (Future<?> future : futures) {
                try {
                    future.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
                } catch (ExecutionException failure) {
                    if (failures == null) {
                        failures = new IllegalStateException("A thread failed", failure.getCause());
                    } else {
                        failures.addSuppressed(failure.getCause());
                    }
                } catch (InterruptedException | TimeoutException stuck) {
                    throw new IllegalStateException("A thread did not come back", stuck);
                }
            }
            if (failures != null) {
                throw failures;
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** What one of the threads does. */
    @FunctionalInterface
    public interface Work {
        /** Does it, in the thread of this number. */
        void run(int thread) throws Exception;
    }
}
