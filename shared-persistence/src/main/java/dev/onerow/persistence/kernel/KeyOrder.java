package dev.onerow.persistence.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into the one order of all writers with few comparisons of whole keys. Each row gets a number that rises with
 * its key as far as a number can tell, from the first column of the key in which the rows differ at all; the numbers are
 * sorted, and only rows that share one are compared.
 */
final class KeyOrder<T> {
    private static final long SIGN = Long.MIN_VALUE;
    private static final int FEW = 8;

    private final Table<T> table;
    private final List<@Nullable Object[]> rows;

    private KeyOrder(Table<T> table, List<@Nullable Object[]> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** The places of the rows in key order; rows of one key stay in the order in which they stand. */
    static <T> int[] of(Table<T> table, List<@Nullable Object[]> rows) {
        return new KeyOrder<>(table, rows).places();
    }

    private int[] places() {
        if (rows.size() == 1) {
            return new int[1];
        }
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(rows.size());
        long[] sorted = numbers();
        shrink(sorted, Long.SIZE - 1 - placeBits);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (sorted[i] << placeBits) | i;
        }
        Arrays.sort(sorted);
        int[] places = new int[sorted.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) (sorted[i] & ((1L << placeBits) - 1));
        }
        int from = 0;
        for (int i = 1; i <= places.length; i++) {
            if (i == places.length || sorted[i] >>> placeBits != sorted[from] >>> placeBits) {
                compare(places, from, i);
                from = i;
            }
        }
        return places;
    }

    /** Sorts places whose numbers are the same. */
    private void compare(int[] places, int from, int to) {
        if (to - from > FEW) {
            Integer[] boxed = Arrays.stream(places, from, to).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, (left, right) -> table.compareKeys(rows.get(left), rows.get(right)));
            for (int i = from; i < to; i++) {
                places[i] = boxed[i - from];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int place = places[i];
            int free = i;
            while (free > from && table.compareKeys(rows.get(places[free - 1]), rows.get(place)) > 0) {
                places[free] = places[free - 1];
                free--;
            }
            places[free] = place;
        }
    }

    private long[] numbers() {
        long[] numbers = new long[rows.size()];
        for (Column<T> column : table.key()) {
            if (differs(column)) {
                int shared = column.type() == ColumnType.TEXT ? sharedBeginning(column) : 0;
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = number(column.type(), value(column, i), shared);
                }
                break;
            }
        }
        return numbers;
    }

    private boolean differs(Column<T> column) {
        for (int i = 1; i < rows.size(); i++) {
            if (!value(column, i).equals(value(column, 0))) {
                return true;
            }
        }
        return false;
    }

    /** How many characters all texts of a column begin with. */
    private int sharedBeginning(Column<T> column) {
        String first = (String) value(column, 0);
        int shared = first.length();
        for (int i = 1; i < rows.size() && shared > 0; i++) {
            String other = (String) value(column, i);
            int same = 0;
            int most = Math.min(shared, other.length());
            while (same < most && first.charAt(same) == other.charAt(same)) {
                same++;
            }
            shared = same;
        }
        return shared;
    }

    private Object value(Column<T> column, int row) {
        return Objects.requireNonNull(rows.get(row)[column.position()]);
    }

    /** A number without sign that is no smaller for a greater value. */
    private static long number(ColumnType type, Object value, int sharedBeginning) {
        return switch (type) {
            case TEXT -> Texts.number((String) value, sharedBeginning);
            case INTEGER, BIGINT -> (Long) value ^ SIGN;
            case DOUBLE -> {
                long bits = Double.doubleToRawLongBits((Double) value);
                yield bits ^ ((bits >> (Long.SIZE - 1)) | SIGN);
            }
            case INSTANT -> {
                Instant instant = (Instant) value;
                yield (instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000) ^ SIGN;
            }
            case DATE -> ((LocalDate) value).toEpochDay() ^ SIGN;
            case UUID -> ((UUID) value).getMostSignificantBits();
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case NUMERIC, JSON -> 0;
        };
    }

    /** Makes numbers fit so many bits, losing as little of their differences as can be. */
    private static void shrink(long[] numbers, int bits) {
        long least = -1;
        long most = 0;
        for (long number : numbers) {
            least = Long.compareUnsigned(number, least) < 0 ? number : least;
            most = Long.compareUnsigned(number, most) > 0 ? number : most;
        }
        int needed = Long.SIZE - Long.numberOfLeadingZeros(most - least);
        int lost = Math.max(0, needed - bits);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (numbers[i] - least) >>> lost;
        }
    }
}
