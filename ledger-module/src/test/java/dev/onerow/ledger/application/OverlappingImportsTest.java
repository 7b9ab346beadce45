package dev.onerow.ledger.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.onerow.ledger.api.ImportProgress;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What a bank books is a list of transactions; its files are whole days of it, in any cut, order and number. */
@OnBothDatabases
@Tag("laws")
class OverlappingImportsTest {
    private static final int DAYS = 5;

    private final TestDatabase database;

    OverlappingImportsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void anyOrderAndRepetitionOfWholeDayFilesLeavesTheSameMultiset() {
        qt().withExamples(25).forAll(bookings(), cuts()).check((bookings, cuts) -> {
            AccountId account = account();
            cuts.forEach(cut -> imports(account, cut.of(bookings)));
            return stored(account).equals(mostThatAnyFileVouchesFor(bookings, cuts));
        });
    }

    private AccountId account() {
        AccountId id = new AccountId(UUID.randomUUID().toString());
        Account account = new Account(
                id, "N", "B", AccountType.DEPOSIT, new CurrencyCode("EUR"), 0, null, null, true, null, null, "{}");
        database.bean(SaveAccount.class).save(account, Condition.NONE);
        return id;
    }

    private void imports(AccountId account, List<Booked> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String file = rows.stream().map(Booked::ofx).collect(joining("", "<OFX><STMTRS><BANKTRANLIST>", "</OFX>"));
        database.bean(ImportStatement.class)
                .importFile(
                        new ImportRequest(account, FileFormat.OFX, file.getBytes(UTF_8), "file", null, null, false),
                        ImportProgress.UNHEARD);
    }

    private Map<String, Long> stored(AccountId account) {
        return counted(
                database
                        .query("SELECT date, amount, merchant FROM transactions WHERE account_id = ?", account.value())
                        .stream()
                        .map(row -> row.get("date") + " " + row.get("amount") + " " + row.get("merchant"))
                        .toList());
    }

    private static Map<String, Long> mostThatAnyFileVouchesFor(List<Booked> bookings, List<Cut> cuts) {
        Map<String, Long> most = new HashMap<>();
        cuts.forEach(
                cut -> counted(cut.of(bookings).stream().map(Booked::toString).toList())
                        .forEach((transaction, count) -> most.merge(transaction, count, Math::max)));
        return most;
    }

    private static Map<String, Long> counted(List<String> transactions) {
        return transactions.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Gen<List<Booked>> bookings() {
        Gen<Booked> booking = integers()
                .between(1, DAYS)
                .zip(integers().between(1, 2), integers().between(0, 1), Booked::new);
        return lists().of(booking).ofSizeBetween(1, 12);
    }

    private static Gen<List<Cut>> cuts() {
        Gen<Cut> cut = integers()
                .between(1, DAYS)
                .zip(integers().between(1, DAYS), (one, other) -> new Cut(Math.min(one, other), Math.max(one, other)));
        return lists().of(cut).ofSizeBetween(1, 5);
    }

    private record Booked(int day, int euros, int shop) {
        String ofx() {
            return "<STMTTRN><DTPOSTED>2026030" + day + "<TRNAMT>-" + euros + ".00<NAME>" + merchant() + "</STMTTRN>";
        }

        private String merchant() {
            return shop == 0 ? "Kiosk" : "Baker";
        }

        @Override
        public String toString() {
            return "2026-03-0" + day + " -" + euros + "00 " + merchant();
        }
    }

    private record Cut(int firstDay, int lastDay) {
        List<Booked> of(List<Booked> bookings) {
            return bookings.stream()
                    .filter(booked -> booked.day() >= firstDay && booked.day() <= lastDay)
                    .toList();
        }
    }
}
