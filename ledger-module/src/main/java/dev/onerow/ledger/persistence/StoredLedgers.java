package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Spelling;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.TextSearch;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ledgers in the tables {@code ledgers} and {@code defaults}. */
@Singleton
final class StoredLedgers implements Ledgers {
    private final Store<LedgerRow> store;
    private final Store<DefaultRow> defaults;
    private final LedgerReads reads;
    private final ShownReads shownReads;
    private final MappingReads mappingReads;
    private final AccountReads accountReads;
    private final TextSearch texts;

    StoredLedgers(
            Stores stores,
            LedgerReads reads,
            ShownReads shownReads,
            MappingReads mappingReads,
            AccountReads accountReads,
            TextSearch texts) {
        this.store = stores.of(LedgerRow.class).quarantining();
        this.defaults = stores.of(DefaultRow.class);
        this.reads = reads;
        this.shownReads = shownReads;
        this.mappingReads = mappingReads;
        this.accountReads = accountReads;
        this.texts = texts;
    }

    @Override
    public Optional<Stored<Ledger>> find(LedgerId id) {
        return reads.findById(id.value()).map(LedgerRow::stored);
    }

    @Override
    public Optional<Stored<Ledger>> lock(LedgerId id) {
        return Writes.lock(store, reads.findById(id.value())).map(LedgerRow::stored);
    }

    @Override
    public List<Stored<Ledger>> page(@Nullable String afterId, int limit) {
        return reads.page(Objects.requireNonNullElse(afterId, ""), limit).stream()
                .map(LedgerRow::stored)
                .toList();
    }

    @Override
    public List<Stored<Ledger>> categorising() {
        return reads.categorising().stream().map(LedgerRow::stored).toList();
    }

    @Override
    public Saved<Ledger> save(Ledger ledger, Verdict.Rule<Ledger> rule) {
        return Writes.save(store, ledger, rule, LedgerRow::stored, LedgerRow::of);
    }

    @Override
    public void delete(LedgerId id) {
        store.delete(Key.of(id.value()));
    }

    @Override
    public Optional<String> defaultOf(DefaultKind kind) {
        return reads.defaultOf(Spelling.word(kind));
    }

    @Override
    public boolean makeDefault(DefaultKind kind, String id) {
        return defaults.decide(DefaultRow.of(Spelling.word(kind), id), (stored, incoming) -> Decision.write(incoming))
                .outcome()
                .isWrite();
    }

    @Override
    public void makeDefaultIfNone(DefaultKind kind, String id) {
        defaults.decide(
                DefaultRow.of(Spelling.word(kind), id),
                (stored, incoming) -> stored == null ? Decision.write(incoming) : Decision.keep());
    }

    @Override
    public void clearDefault(DefaultKind kind) {
        defaults.delete(Key.of(Spelling.word(kind)));
    }

    @Override
    public List<Stored<Booking>> shown(Scope scope, BookingSearch search, ListPosition after, int limit) {
        return parameters(scope).page(shownReads, search, texts.of(search.text()), after, limit).stream()
                .map(TransactionRow::stored)
                .toList();
    }

    @Override
    public List<Stored<Booking>> shownAmong(Scope scope, Collection<TransactionId> ids) {
        ShownParameters parameters = parameters(scope);
        List<Stored<Booking>> shown = new ArrayList<>();
        for (List<TransactionId> some : Writes.chunks(ids)) {
            parameters
                    .among(shownReads, some.stream().map(TransactionId::value).toList())
                    .forEach(row -> shown.add(row.stored()));
        }
        return shown;
    }

    @Override
    public List<Cell> cells(Scope scope) {
        return parameters(scope).cells(shownReads).stream()
                .map(row -> new Cell(
                        new AccountId(row.accountId()),
                        row.year(),
                        row.month(),
                        Words.of(Flow.class, row.flow()),
                        row.count(),
                        row.amount()))
                .toList();
    }

    @Override
    public Map<AccountId, Long> sumsUpTo(Collection<AccountId> accounts, LocalDate day) {
        Map<AccountId, Long> sums = new HashMap<>();
        for (List<AccountId> some : Writes.chunks(accounts)) {
            accountReads
                    .sumsUpTo(some.stream().map(AccountId::value).toList(), day)
                    .forEach(sum -> sums.put(new AccountId(sum.accountId()), sum.amount()));
        }
        return sums;
    }

    private ShownParameters parameters(Scope scope) {
        List<String> tagSets = ShownParameters.needsTags(scope.filter())
                ? mappingReads.tagSets(scope.ledger().id().value())
                : List.of();
        return new ShownParameters(scope, tagSets);
    }
}
