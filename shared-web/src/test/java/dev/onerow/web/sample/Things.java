package dev.onerow.web.sample;

import dev.onerow.persistence.Outcome;
import dev.onerow.web.bulk.BulkWrite;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.request.Fields;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps things in memory, so that the tests of this module need no database. */
@Singleton
class Things implements BulkWrite<Thing> {
    private TreeMap<String, Thing> stored = new TreeMap<>();
    private List<Integer> chunks = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private int chunksBeforeFailure;
    private boolean losesTransaction;
    private @Nullable String rejected;

    synchronized Change save(Thing incoming, Conditions conditions) {
        Thing before = stored.get(incoming.code());
        conditions.require(before == null ? null : before.version());
        if (before == null) {
            stored.put(incoming.code(), incoming);
            return new Change(Outcome.INSERTED, incoming);
        }
        if (incoming.withVersion(before.version()).equals(before)) {
            return new Change(Outcome.UNCHANGED, before);
        }
        Thing after = incoming.withVersion(before.version() + 1);
        stored.put(after.code(), after);
        return new Change(Outcome.UPDATED, after);
    }

    synchronized Optional<Thing> find(String code) {
        return Optional.ofNullable(stored.get(code));
    }

    synchronized boolean delete(String code) {
        return stored.remove(code) != null;
    }

    synchronized List<Thing> after(Optional<String> code, int limit) {
        return (code.isPresent() ? stored.tailMap(code.get(), false) : stored)
                .values().stream().limit(limit).toList();
    }

    synchronized int size() {
        return stored.size();
    }

    synchronized List<Integer> chunks() {
        return List.copyOf(chunks);
    }

    synchronized void clear() {
        stored.clear();
        chunks.clear();
        failure = null;
        losesTransaction = false;
        rejected = null;
    }

    /** From then on, writing fails after this many more chunks. */
    synchronized void failAfter(int moreChunks, RuntimeException why) {
        chunksBeforeFailure = moreChunks;
        failure = why;
    }

    /** From then on, this thing is refused. */
    synchronized void rejectCode(String code) {
        rejected = code;
    }

    /** The next transaction is rolled back after its work and done again. */
    synchronized void losesItsFirstTransaction() {
        losesTransaction = true;
    }

    @Override
    public Thing read(Fields line) {
        return Thing.read(line, null);
    }

    @Override
    public synchronized List<LineAnswer> write(List<Thing> lines) {
        if (failure != null && chunksBeforeFailure-- == 0) {
            throw failure;
        }
        chunks.add(lines.size());
        return lines.stream()
                .map(thing -> thing.code().equals(rejected)
                        ? LineAnswer.rejected(Problem.of(HttpStatus.CONFLICT, "unwanted-thing", "Unwanted thing"))
                        : LineAnswer.of(
                                Map.of("code", thing.code()),
                                save(thing, Conditions.NONE).outcome()))
                .toList();
    }

    @Override
    public synchronized <R> R inOneTransaction(Supplier<R> work) {
        TreeMap<String, Thing> before = new TreeMap<>(stored);
        try {
            R result = work.get();
            if (losesTransaction) {
                losesTransaction = false;
                stored = before;
                return inOneTransaction(work);
            }
            return result;
        } catch (RuntimeException e) {
            stored = before;
            throw e;
        }
    }

    Thing get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException(code));
    }

    record Change(Outcome outcome, Thing thing) {}
}
