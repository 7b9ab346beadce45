package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.persistence.Json;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads accounts that clients send. */
@Singleton
final class AccountBodies implements Form<Account> {
    private static final Pattern RATE = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,12})?");

    @Override
    public Account read(Fields in) {
        return read(in, new AccountId("giro"));
    }

    @Override
    public String example() {
        return "{\"name\":\"Giro\",\"institution\":\"Sample Bank\",\"type\":\"deposit\",\"currency_code\":\"EUR\","
                + "\"initial_balance\":\"250.00\"}";
    }

    static Account read(Fields in, AccountId id) {
        in.text("id").sameAsPath(id.value());
        in.ignore(
                "account_number_hash",
                "last4",
                "balance",
                "balance_as_of",
                "version",
                "created_at",
                "updated_at",
                "outcome");
        CurrencyCode currency = Objects.requireNonNullElse(
                Inputs.parsed(in, "currency_code", CurrencyCode::read), new CurrencyCode("USD"));
        in.text("type").required();
        AccountType type = Objects.requireNonNullElse(Inputs.word(in, "type", AccountType.class), AccountType.DEPOSIT);
        Long initialBalance = Inputs.amount(in, "initial_balance", currency);
        return new Account(
                id,
                in.text("name").notBlank().atMost(200).required(),
                in.text("institution").notBlank().atMost(200).required(),
                type,
                currency,
                initialBalance == null ? 0 : initialBalance,
                Inputs.amount(in, "credit_limit", currency),
                in.text("interest_rate")
                        .matching(RATE, "A decimal string such as 4.25.")
                        .orNull(),
                in.bool("external_ids_stable").orElse(true),
                null,
                null,
                Json.of(in.object("metadata").orElse(Map.of())).text());
    }
}
