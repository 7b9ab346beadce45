package dev.onerow.quality.domain;

import java.util.UUID;

/**
 * Ids seen before. Sixteen bytes each and as much again for room, so that the ids of a million points fit in 64 MB.
 * Not thread-safe.
 */
public final class PatternIdSet {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] halves = new long[2 * FIRST_CAPACITY];
    private int size;
    private boolean hasNil;

    /** Adds an id; false when it was there. */
    public boolean add(PatternId id) {
        UUID uuid = id.value();
        long most = uuid.getMostSignificantBits();
        long least = uuid.getLeastSignificantBits();
        if (most == 0 && least == 0) {
            // Zeros mark a free place.
            boolean isNew = !hasNil;
            hasNil = true;
            return isNew;
        }
        if (!put(halves, most, least)) {
            return false;
        }
        size++;
        if (size * 4L > halves.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * halves.length];
        for (int i = 0; i < halves.length; i += 2) {
            if (halves[i] != 0 || halves[i + 1] != 0) {
                put(larger, halves[i], halves[i + 1]);
            }
        }
        halves = larger;
    }

    private static boolean put(long[] places, long most, long least) {
        int mask = places.length / 2 - 1;
        // One half after the other: ids may come in sequence, and in any pattern over both halves.
        int place = (int) mixed(mixed(most) ^ least) & mask;
        while (places[2 * place] != 0 || places[2 * place + 1] != 0) {
            if (places[2 * place] == most && places[2 * place + 1] == least) {
                return false;
            }
            place = (place + 1) & mask;
        }
        places[2 * place] = most;
        places[2 * place + 1] = least;
        return true;
    }

    /** Every bit moves about half of all bits (the finalizer of MurmurHash3). */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        long twice = (once ^ (once >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return twice ^ (twice >>> 33);
    }
}
