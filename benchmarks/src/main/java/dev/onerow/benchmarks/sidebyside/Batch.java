package dev.onerow.benchmarks.sidebyside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * The same rows in the form that each contender takes, so that nobody pays for the bench. Half of them are stored
 * already; keys are shuffled, and none comes twice in a visit.
 *
 * @param rows for the kernel
 * @param values for JDBC and jOOQ
 * @param entities for Hibernate
 */
record Batch<R>(List<R> rows, List<Object[]> values, List<Object> entities) {

    int size() {
        return rows.size();
    }

    /**
     * The batches of one visit.
     *
     * @param count how many
     * @param size rows in each, half of them with a number below {@code stored}
     */
    static <R> List<Batch<R>> half(Shape<R> shape, int count, int size, int stored, long seed) {
        Random random = new Random(seed);
        List<Integer> known = numbers(0, stored);
        List<Integer> fresh = numbers(stored, stored + count * size);
        Collections.shuffle(known, random);
        Collections.shuffle(fresh, random);
        Iterator<Integer> nextKnown = known.iterator();
        Iterator<Integer> nextFresh = fresh.iterator();
        List<Batch<R>> batches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            // Of batches of one row, every second inserts.
            int updates = size == 1 ? i % 2 : size / 2;
            List<Integer> numbers = new ArrayList<>(size);
            for (int j = 0; j < size; j++) {
                numbers.add((j < updates ? nextKnown : nextFresh).next());
            }
            Collections.shuffle(numbers, random);
            batches.add(of(shape, numbers));
        }
        return batches;
    }

    /** The rows of these numbers. */
    static <R> Batch<R> of(Shape<R> shape, List<Integer> numbers) {
        List<R> rows = numbers.stream().map(shape.rows()::apply).toList();
        return new Batch<>(
                rows,
                rows.stream().map(shape.values()).toList(),
                rows.stream().map(shape.entity()).toList());
    }

    private static List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
