package dev.onerow.ledger.domain.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders transactions within one second of one account: the lower number is the more recent. Numbers never change, so
 * what is imported later counts as the older one; nothing known says better.
 */
public final class SequenceNumbers {
    private SequenceNumbers() {}

    /**
     * The numbers of the new transactions of one file.
     *
     * @param created what they say, in file order
     * @param order in which direction the file runs
     * @param largestStored the largest number that the account has in each second; seconds without any left out
     * @return one number for each, in file order
     */
    public static List<Integer> of(
            List<StatementEntry> created, RowOrder order, Map<BookingSecond, Integer> largestStored) {
        Map<BookingSecond, Integer> largest = new HashMap<>(largestStored);
        Integer[] numbers = new Integer[created.size()];
        for (int step = 0; step < numbers.length; step++) {
            int place = order == RowOrder.NEWEST_FIRST ? step : numbers.length - 1 - step;
            BookingSecond second = BookingSecond.of(created.get(place));
            int number = largest.getOrDefault(second, -1) + 1;
            largest.put(second, number);
            numbers[place] = number;
        }
        return new ArrayList<>(List.of(numbers));
    }
}
