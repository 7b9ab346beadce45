package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.Spelling;

/** Reads the words that columns hold. */
final class Words {
    private Words() {}

    /** The constant of a word; the table's check lets no other in. */
    static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Spelling.find(type, word).orElseThrow(() -> new IllegalStateException(type + " has no " + word));
    }
}
