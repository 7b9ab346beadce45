package dev.onerow.persistence.adopting;

import dev.onerow.persistence.Receipt;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the rows of one older table.
 *
 * @param receipt adds up; those rejected are kept beside and nowhere else
 * @param kept how many rows are kept beside, by the reason
 */
public record TableReceipt(String table, Receipt receipt, Map<Reason, Long> kept) {

    /** Copies the counts. */
    public TableReceipt {
        Map<Reason, Long> copy = new EnumMap<>(Reason.class);
        copy.putAll(kept);
        kept = Collections.unmodifiableMap(copy);
    }

    /** Whether nothing was there to do. */
    public boolean isUnchanged() {
        return receipt.inserted() == 0 && receipt.updated() == 0;
    }
}
