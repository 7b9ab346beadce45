package dev.onerow.persistence.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that one thread does at a time: who comes meanwhile waits, and gets the same result or failure. */
final class Shared<T> {
    private final AtomicReference<@Nullable CompletableFuture<T>> running = new AtomicReference<>();
    private final Supplier<T> work;

    Shared(Supplier<T> work) {
        this.work = work;
    }

    T get() {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> others = running.compareAndExchange(null, mine);
        return others == null ? done(mine) : awaited(others);
    }

    private T done(CompletableFuture<T> mine) {
        try {
            T result = work.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            running.set(null);
        }
    }

    private static <T> T awaited(CompletableFuture<T> others) {
        try {
            return others.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed;
        }
    }
}
