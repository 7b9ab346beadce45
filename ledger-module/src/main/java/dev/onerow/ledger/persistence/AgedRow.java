package dev.onerow.ledger.persistence;

import java.time.Instant;

/**
 * A row of an older ledger as it is stored here.
 *
 * @param changedAt when it was changed there for the last time
 */
record AgedRow<T>(T row, Instant changedAt) {}
