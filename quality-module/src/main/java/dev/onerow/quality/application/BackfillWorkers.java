package dev.onerow.quality.application;

import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.Backfills;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for jobs that wait, new ones and those of workers that died, and runs some at a time. When the process ends,
 * each stops behind the batch that it is at and leaves its job to the next worker.
 */
@Context
class BackfillWorkers {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillWorkers.class);

    private final Backfills backfills;
    private final RunBackfill runBackfill;
    private final TaskScheduler scheduler;
    private final ExecutorService executor;
    private final Clock clock;
    private final BackfillSettings settings;
    private final Set<BackfillId> running = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> looking;
    private final AtomicBoolean isBlind = new AtomicBoolean();
    private volatile boolean isStopping;

    BackfillWorkers(
            Backfills backfills,
            RunBackfill runBackfill,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            Clock clock,
            BackfillSettings settings) {
        this.backfills = backfills;
        this.runBackfill = runBackfill;
        this.scheduler = scheduler;
        this.executor = executor;
        this.clock = clock;
        this.settings = settings;
    }

    @PostConstruct
    void start() {
        if (settings.workers() > 0) {
            looking = scheduler.scheduleWithFixedDelay(settings.poll(), settings.poll(), this::wake);
        }
    }

    /** Looks for jobs now. */
    void wake() {
        if (settings.workers() > 0 && !isStopping) {
            executor.execute(this::takeWhatWaits);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        isStopping = true;
        if (looking != null) {
            looking.cancel(false);
        }
        long end = System.nanoTime() + settings.lease().toNanos();
        while (!running.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private void takeWhatWaits() {
        try {
            for (Backfill waiting : backfills.waiting(clock.instant(), settings.workers())) {
                if (!isStopping && running.size() < settings.workers() && running.add(waiting.id())) {
                    executor.execute(() -> run(waiting));
                }
            }
            if (isBlind.compareAndSet(true, false)) {
                LOG.info("Backfills that wait are seen again");
            }
        } catch (RuntimeException failure) {
            // Told once, not with every try: a database can be away for long.
            if (isBlind.compareAndSet(false, true)) {
                LOG.warn("Backfills that wait cannot be looked for; trying again every {}", settings.poll(), failure);
            }
        }
    }

    private void run(Backfill waiting) {
        try {
            runBackfill.run(waiting, () -> isStopping);
        } catch (RuntimeException failure) {
            LOG.warn("Backfill {} was left where it is; it goes on when its lease has ended", waiting.id(), failure);
        } finally {
            running.remove(waiting.id());
        }
    }
}
