package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.statement.CsvProfiles;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CSV profiles in the table {@code csv_profiles}. */
@Singleton
final class StoredCsvProfiles implements CsvProfiles {
    private final Store<CsvProfileRow> store;
    private final CsvProfileReads reads;

    StoredCsvProfiles(Stores stores, CsvProfileReads reads) {
        this.store = stores.of(CsvProfileRow.class).quarantining();
        this.reads = reads;
    }

    @Override
    public Optional<Stored<Named>> find(ProfileName name) {
        return reads.findByName(name.value()).map(CsvProfileRow::stored);
    }

    @Override
    public List<Stored<Named>> page(@Nullable String afterName, int limit) {
        return reads.page(Objects.requireNonNullElse(afterName, ""), limit).stream()
                .map(CsvProfileRow::stored)
                .toList();
    }

    @Override
    public Saved<Named> save(Named profile, Verdict.Rule<Named> rule) {
        return Writes.save(store, profile, rule, CsvProfileRow::stored, CsvProfileRow::of);
    }

    @Override
    public void delete(ProfileName name) {
        store.delete(Key.of(name.value()));
    }
}
