package dev.onerow.ledger.web;

import dev.onerow.ledger.application.Categorise;
import io.micronaut.serde.annotation.Serdeable;

/** What a run of the rules did, as it is shown. */
@Serdeable
record CountsView(long examined, long inserted, long updated, long unchanged, long cleared, long skippedManual) {

    static CountsView of(Categorise.Counts counts) {
        return new CountsView(
                counts.examined(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.cleared(),
                counts.skippedManual());
    }
}
