package dev.onerow.ledger.web;

import dev.onerow.ledger.application.SaveAccount;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.RefusedException;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.account.Balance;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.DryRun;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Accounts. */
@Controller(AccountController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {
    static final String PATH = "/v1/ledger/accounts";

    private final SaveAccount saveAccount;
    private final Accounts accounts;

    AccountController(SaveAccount saveAccount, Accounts accounts) {
        this.saveAccount = saveAccount;
        this.accounts = accounts;
    }

    @Put("/{id}")
    @Operation(summary = "Save an account")
    @ApiResponse(responseCode = "409", description = "Transactions are in its currency")
    HttpResponse<dev.onerow.web.answer.Stored<AccountView>> put(
            AccountId id, @Body @ReadBy(AccountBodies.class) JsonBody body, Conditions conditions) {
        Saved<Account> saved =
                saveAccount.save(body.read(in -> AccountBodies.read(in, id)), Inputs.condition(conditions));
        Balance balance = balance(saved.stored().value());
        return Answers.stored(
                Inputs.outcome(saved),
                Answers.path(PATH, id.value()),
                tag(saved.stored(), balance),
                AccountView.of(saved.stored(), balance));
    }

    @Get("/{id}")
    @Operation(summary = "Read an account with its balance")
    HttpResponse<AccountView> get(AccountId id, Conditions conditions) {
        Stored<Account> stored = accounts.find(id).orElseThrow(() -> unknown(id));
        Balance balance = balance(stored.value());
        return Answers.found(conditions, tag(stored, balance), AccountView.of(stored, balance));
    }

    @Get
    @Operation(summary = "List accounts by id")
    Page<AccountView> list(@ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        String after = paging.after().map(position -> position.text(0)).orElse(null);
        List<Stored<Account>> found = accounts.page(after, paging.fetch());
        Map<AccountId, Balance> balances =
                accounts.balances(found.stream().map(Stored::value).toList());
        return paging.page(
                found,
                stored -> AccountView.of(
                        stored,
                        Objects.requireNonNull(balances.get(stored.value().id()))),
                stored -> List.of(stored.value().id().value()));
    }

    @Delete("/{id}")
    @Operation(summary = "Delete an account with all that is of it")
    @ApiResponse(responseCode = "200", description = "What would go")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "409", description = "Some of its transactions are locked")
    HttpResponse<ContentsView> delete(AccountId id, Conditions conditions, @ReadBy(DryRun.class) Query query) {
        boolean isDryRun = query.read(new DryRun()::read);
        return ContentsView.answer(isDryRun, saveAccount.delete(id, Inputs.condition(conditions), isDryRun));
    }

    static RefusedException unknown(AccountId id) {
        return Refusal.of(Refusal.Reason.UNKNOWN_ACCOUNT, "No account " + id.value() + ".")
                .with("account_id", id.value())
                .asException();
    }

    private Balance balance(Account account) {
        return Objects.requireNonNull(accounts.balances(List.of(account)).get(account.id()));
    }

    private static ETag tag(Stored<Account> stored, Balance balance) {
        return ETag.weak(stored.version(), balance.amount());
    }
}
