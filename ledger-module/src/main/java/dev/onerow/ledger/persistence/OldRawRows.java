package dev.onerow.ledger.persistence;

import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What raw rows of older ledgers say: as columns, or inside of what was read from them. */
final class OldRawRows {
    private static final int AT_ONCE = 1_000;

    private OldRawRows() {}

    /** What a raw row looks like; empty when it says no date or no amount. */
    static Optional<String> likeness(OldRow row) {
        Optional<OldRow> said = said(row);
        if (said.isEmpty() || !row.has("account_id")) {
            return Optional.empty();
        }
        OldRow says = said.get();
        LocalDate date = OldLedger.date(says, "date");
        BigDecimal amount = OldLedger.requiredAmount(says, "amount");
        return Optional.of(AdoptedTransactions.likeness(
                row.requiredText("account_id"), date, amount, merchant(says), says.text("notes")));
    }

    /** Date, amount, merchant and notes of a raw row. */
    static Optional<OldRow> said(OldRow row) {
        if (row.has("date") && row.has("amount")) {
            return Optional.of(row);
        }
        if (!(row.tree("parsed_data") instanceof Map<?, ?> parsed)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> members = new HashMap<>();
        parsed.forEach((name, value) -> members.put(OldLedger.snake(String.valueOf(name)), value));
        OldRow says = OldRow.ofValues(members);
        return says.has("date") && says.has("amount") ? Optional.of(says) : Optional.empty();
    }

    static @Nullable String merchant(OldRow says) {
        return says.has("merchant") ? says.text("merchant") : says.text("description");
    }

    /** Tells of each raw row whether a transaction pairs with it, one to one. */
    static void forEach(AdoptionRun run, BiConsumer<OldRow, Boolean> each) {
        List<OldRow> some = new ArrayList<>();
        run.forEach(AdoptedRawRows.TABLE, row -> {
            some.add(row);
            if (some.size() == AT_ONCE) {
                tell(run, some, each);
            }
        });
        tell(run, some, each);
    }

    private static void tell(AdoptionRun run, List<OldRow> some, BiConsumer<OldRow, Boolean> each) {
        List<Optional<String>> looks = some.stream().map(OldRawRows::likeness).toList();
        Map<String, Long> transactions = run.mates(
                AdoptedTransactions.TABLE,
                looks.stream().flatMap(Optional::stream).distinct().toList());
        for (int i = 0; i < some.size(); i++) {
            int number = some.get(i).numberAmongMates();
            boolean isPaired = looks.get(i)
                    .filter(likeness -> number <= transactions.getOrDefault(likeness, 0L))
                    .isPresent();
            each.accept(some.get(i), isPaired);
        }
        some.clear();
    }
}
