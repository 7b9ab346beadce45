package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Parsed;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts of older ledgers, which kept the balance of today; here it follows from the one before the first transaction. */
@Singleton
final class AdoptedAccounts implements Adoption<AdoptedAccounts.OldAccount> {
    static final String TABLE = "accounts";
    private static final OldShape SHAPE = new OldShape(
            40,
            TABLE,
            Set.of("id", "name", "type"),
            Set.of(
                    "institution",
                    "currency",
                    "currency_code",
                    "balance",
                    "initial_balance",
                    "credit_limit",
                    "interest_rate",
                    "external_ids_stable",
                    "metadata",
                    "created_at",
                    "updated_at"),
            "accounts: the balance stays what it was");

    /** Of money, decimals included: 10 to the power of this is {@link Money#LIMIT}. */
    private static final int MOST_DIGITS = 15;

    private final AgedRows<AccountRow> rows;

    AdoptedAccounts(Stores stores) {
        this.rows = new AgedRows<>(
                stores.of(AccountRow.class), row -> AccountRow.of(row.stored().value()), AccountRow::updatedAt);
    }

    /**
     * An account with its old balance.
     *
     * @param account with an initial balance of 0
     * @param balance after all transactions; null where the initial one is known instead
     */
    record OldAccount(Account account, @Nullable BigDecimal balance, BigDecimal initial, Instant changedAt) {}

    /** How many digits an amount has before and behind its point, which is all that decides whether it can be money. */
    private record Digits(int before, int behind) {

        static Digits of(BigDecimal amount) {
            BigDecimal plain = amount.stripTrailingZeros();
            return new Digits(plain.precision() - plain.scale(), Math.max(0, plain.scale()));
        }

        boolean fit(CurrencyCode currency) {
            return behind <= currency.decimals() && before <= MOST_DIGITS - currency.decimals();
        }
    }

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldAccount> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        Optional<AccountType> type = OldLedger.word(AccountType.class, row.text("type"));
        Parsed<CurrencyCode> currency = currency(row);
        if (type.isEmpty() || !currency.isReadable() || !row.has("name")) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        Account account = new Account(
                new AccountId(id.get()),
                row.requiredText("name"),
                row.textOr("institution", ""),
                type.get(),
                currency.value(),
                0,
                OldLedger.minorUnits(OldLedger.amount(row, "credit_limit"), currency.value()),
                OldLedger.text(row, "interest_rate"),
                !Boolean.FALSE.equals(row.truth("external_ids_stable")),
                null,
                null,
                Json.of(row.object("metadata")).text());
        BigDecimal initial = Objects.requireNonNullElse(OldLedger.amount(row, "initial_balance"), BigDecimal.ZERO);
        return Reading.kept(
                id.get(),
                row.rankByTime("updated_at", "created_at"),
                new OldAccount(account, OldLedger.amount(row, "balance"), initial, OldLedger.changedAt(row)));
    }

    static Parsed<CurrencyCode> currency(OldRow row) {
        return CurrencyCode.read(row.textOr("currency_code", row.textOr("currency", "USD")));
    }

    @Override
    public Writer<OldAccount> writer(AdoptionRun run) {
        Map<String, Map<Digits, BigDecimal>> sums = new HashMap<>();
        run.forEach(AdoptedTransactions.TABLE, row -> {
            BigDecimal amount = OldLedger.requiredAmount(row, "amount");
            sums.computeIfAbsent(row.requiredText("account_id"), account -> new HashMap<>())
                    .merge(Digits.of(amount), amount, BigDecimal::add);
        });
        return accounts -> write(accounts, sums);
    }

    private List<Adopted> write(List<OldAccount> accounts, Map<String, Map<Digits, BigDecimal>> sums) {
        List<AgedRow<AccountRow>> writable = new ArrayList<>();
        List<Boolean> isWritable = new ArrayList<>();
        for (OldAccount old : accounts) {
            Account account = old.account();
            BigDecimal sum =
                    sumIn(account.currency(), sums.getOrDefault(account.id().value(), Map.of()));
            BigDecimal initial =
                    old.balance() == null ? old.initial() : old.balance().subtract(sum);
            Long minor = OldLedger.minorUnits(initial, account.currency());
            isWritable.add(minor != null);
            if (minor != null) {
                writable.add(new AgedRow<>(AccountRow.of(with(account, minor)), old.changedAt()));
            }
        }
        var written = rows.write(writable).iterator();
        return isWritable.stream()
                .map(is -> is ? written.next() : Adopted.refused(Reason.INVALID_VALUE))
                .toList();
    }

    /** Amounts with more digits than money of the currency has are not taken over. */
    private static BigDecimal sumIn(CurrencyCode currency, Map<Digits, BigDecimal> sums) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getKey().fit(currency))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Account with(Account account, long initialBalance) {
        return new Account(
                account.id(),
                account.name(),
                account.institution(),
                account.type(),
                account.currency(),
                initialBalance,
                account.creditLimit(),
                account.interestRate(),
                account.externalIdsStable(),
                account.accountNumberHash(),
                account.last4(),
                account.metadata());
    }
}
