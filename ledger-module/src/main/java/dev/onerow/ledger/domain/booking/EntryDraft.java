package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a transaction, as written: amounts are texts, because only the account says in which currency
 * they are, and only while it is held does it stay that currency.
 *
 * @param date the booking date, without zone
 * @param time the booking time, to the second
 * @param amount a decimal
 * @param balance the balance after it, a decimal
 * @param isNeutral whether it is flagged as money changing places
 * @param isLocked whether it is reconciled and not to be touched
 */
public record EntryDraft(
        TransactionId id,
        AccountId account,
        LocalDate date,
        LocalTime time,
        String amount,
        @Nullable String merchant,
        @Nullable String notes,
        @Nullable String balance,
        boolean isNeutral,
        @Nullable String externalId,
        boolean isLocked) {

    private static final String NOT_ZERO = "An amount is not zero.";

    /** This, or what is wrong with its amounts in every currency. */
    public Checked<EntryDraft> check() {
        Checked.Findings findings = new Checked.Findings();
        Optional<BigDecimal> number = findings.take("/amount", Money.decimal(amount));
        findings.require(number.isEmpty() || number.get().signum() != 0, "/amount", "zero", NOT_ZERO);
        if (balance != null) {
            findings.take("/balance", Money.decimal(balance));
        }
        return findings.result(() -> this);
    }

    /** What it says in a currency, or what is wrong with its amounts there. */
    public Checked<Entry> in(CurrencyCode currency) {
        Checked.Findings findings = new Checked.Findings();
        Optional<Money> money = findings.take("/amount", Money.read(amount, currency));
        findings.require(money.isEmpty() || money.get().minorUnits() != 0, "/amount", "zero", NOT_ZERO);
        Optional<Money> after =
                balance == null ? Optional.empty() : findings.take("/balance", Money.read(balance, currency));
        return findings.result(() -> new Entry(
                id,
                account,
                date,
                time,
                money.orElseThrow().minorUnits(),
                merchant,
                notes,
                after.map(Money::minorUnits).orElse(null),
                isNeutral,
                externalId,
                isLocked));
    }
}
