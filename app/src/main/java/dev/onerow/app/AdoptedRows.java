package dev.onerow.app;

import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.adopting.KeptRows;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps rows in the table {@code adopted_rows}. */
@Singleton
final class AdoptedRows implements KeptRows {
    private static final int CHUNK = 100_000;

    private final Store<AdoptedRow> rows;

    AdoptedRows(Stores stores) {
        this.rows = stores.of(AdoptedRow.class);
    }

    @Override
    public void keep(List<KeptRow> kept) {
        rows.upsertAll(kept.stream().map(AdoptedRow::of), CHUNK);
    }
}
