package dev.onerow.persistence;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.readings.ReadingSite;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** A service as people write it: Micronaut opens its transactions, and a store and a repository work in them. */
@Singleton
class ReadingDesk {
    private final Store<ReadingCount> counts;
    private final Store<ReadingSite> sites;
    private final CounterBook book;

    ReadingDesk(Stores stores, CounterBook book) {
        this.counts = stores.of(ReadingCount.class);
        this.sites = stores.of(ReadingSite.class);
        this.book = book;
    }

    @Transactional
    Outcome enter(ReadingCount count) {
        Outcome outcome = counts.upsert(count).outcome();
        book.save(new CounterBook.Counter(count.station(), count.count()));
        return outcome;
    }

    @Transactional
    void enterAndFail(ReadingCount count) {
        enter(count);
        throw new IllegalStateException("after both");
    }

    @Transactional
    void place(ReadingSite site) {
        sites.upsert(site);
    }
}
