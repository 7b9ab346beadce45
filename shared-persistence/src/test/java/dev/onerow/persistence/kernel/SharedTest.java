package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.testing.InParallel;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTest {
    private static final int THREADS = 8;

    @Test
    void isDoneByOneAtATimeForAllWhoComeMeanwhile() {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Shared<Integer> shared = new Shared<>(() -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            return atWork.getAndDecrement();
        });

        InParallel.run(THREADS, thread -> {
            for (int i = 0; i < 500; i++) {
                assertThat(shared.get()).isEqualTo(1);
            }
        });

        assertThat(most).hasValue(1);
    }

    @Test
    void givesItsFailureToAllWhoWaitAndIsDoneAgainForTheNext() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        Shared<Integer> shared = new Shared<>(() -> {
            if (times.incrementAndGet() > 1) {
                return times.get();
            }
            begun.countDown();
            awaited(asked);
            throw new IllegalStateException("away");
        });
        ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();

        InParallel.run(2, thread -> {
            if (thread == 1) {
                awaited(begun);
                asked.countDown();
            }
            try {
                answers.add("done " + shared.get());
            } catch (IllegalStateException failure) {
                answers.add(String.valueOf(failure.getMessage()));
            }
        });

        // The second may have come just too late for the first one's failure; then it has done the work itself.
        assertThat(answers).contains("away").isSubsetOf("away", "done 2");
        assertThatThrownBy(() -> new Shared<Integer>(() -> {
                            throw new IllegalStateException("away");
                        })
                        .get())
                .isInstanceOf(IllegalStateException.class);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
