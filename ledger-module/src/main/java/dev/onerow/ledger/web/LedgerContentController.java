package dev.onerow.ledger.web;

import dev.onerow.ledger.application.AssignCategory;
import dev.onerow.ledger.application.Categorise;
import dev.onerow.ledger.application.Currencies;
import dev.onerow.ledger.application.Currencies.Priced;
import dev.onerow.ledger.application.ViewLedger;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.category.Mapping;
import dev.onerow.ledger.domain.view.Figures;
import dev.onerow.ledger.domain.view.LedgerRules;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.request.DryRun;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Nothing;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a ledger shows, and the categories it gives. */
@Controller(LedgerController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class LedgerContentController {
    private static final String OF_TRANSACTION = "/{ledger_id}/transactions/{transaction_id}/category";

    private final ViewLedger viewLedger;
    private final Categorise categorise;
    private final AssignCategory assignCategory;
    private final Currencies currencies;
    private final DerivedTags tags;

    LedgerContentController(
            ViewLedger viewLedger,
            Categorise categorise,
            AssignCategory assignCategory,
            Currencies currencies,
            DerivedTags tags) {
        this.viewLedger = viewLedger;
        this.categorise = categorise;
        this.assignCategory = assignCategory;
        this.currencies = currencies;
        this.tags = tags;
    }

    @Get("/{id}/transactions")
    @Operation(summary = "List the transactions that a ledger shows, the latest first")
    Page<ShownView> transactions(LedgerId id, @ReadBy(BookingQueries.OfLedger.class) Query query) {
        BookingQueries asked = BookingQueries.ofLedger(query);
        int fetch = asked.paging().fetch();
        Priced<ViewLedger.Shown> found = currencies.along(
                () -> viewLedger.transactions(id, asked.search(), asked.after(), fetch), ViewLedger.Shown::booking);
        return asked.paging()
                .page(
                        found.rows(),
                        shown -> ShownView.of(shown, found.of(shown.booking())),
                        shown -> BookingQueries.position(shown.booking()));
    }

    @Get("/{id}/statistics")
    @Operation(summary = "Add up what a ledger shows")
    HttpResponse<StatisticsView> statistics(LedgerId id, Conditions conditions) {
        ViewLedger.Derived<List<Figures>> derived = viewLedger.statistics(id);
        StatisticsView view = StatisticsView.of(derived.value());
        return Answers.found(conditions, tags.of(derived.version(), view), view);
    }

    @Get("/{id}/monthly")
    @Operation(summary = "Add up what a ledger shows, by month")
    HttpResponse<MonthlyView> monthly(LedgerId id, Conditions conditions) {
        ViewLedger.Derived<List<Figures.OfMonth>> derived = viewLedger.monthly(id);
        MonthlyView view = MonthlyView.of(derived.value());
        return Answers.found(conditions, tags.of(derived.version(), view), view);
    }

    @Get("/{id}/balances")
    @Operation(summary = "Read the balances of the accounts that a ledger shows")
    HttpResponse<BalancesView> balances(LedgerId id, @ReadBy(AsOf.class) Query query, Conditions conditions) {
        LocalDate asOf = query.read(new AsOf()::read).orElseGet(viewLedger::today);
        ViewLedger.Derived<ViewLedger.Balances> derived = viewLedger.balances(id, asOf);
        BalancesView view = BalancesView.of(asOf, derived.value().accounts());
        return Answers.found(conditions, tags.of(derived.version(), view), view);
    }

    @Post("/{id}/categorise")
    @Operation(summary = "Categorise the transactions of a ledger by its rules")
    @ApiResponse(responseCode = "409", description = "The ledger has no template")
    CountsView categorise(
            LedgerId id, @Nullable @Body @ReadBy(Nothing.class) JsonBody body, @ReadBy(DryRun.class) Query query) {
        JsonBody.orEmptyObject(body).read(new Nothing()::read);
        return CountsView.of(categorise.run(id, query.read(new DryRun()::read)));
    }

    @Put(OF_TRANSACTION)
    @Operation(summary = "Give a transaction a category by hand")
    @ApiResponse(responseCode = "409", description = "The ledger has no template")
    HttpResponse<dev.onerow.web.answer.Stored<MappingView>> assign(
            @PathVariable("ledger_id") LedgerId id,
            @PathVariable("transaction_id") TransactionId transactionId,
            @Body @ReadBy(ChoiceForm.class) JsonBody body,
            Conditions conditions) {
        Choice choice = body.read(in -> Choice.read(in, id, transactionId));
        Saved<Mapping> saved = assignCategory.assign(
                id, transactionId, choice.category(), choice.tags(), Inputs.condition(conditions));
        return Answers.stored(
                Inputs.outcome(saved),
                Answers.path(LedgerController.PATH, id.value())
                        + Answers.path("/transactions", transactionId.value())
                        + "/category",
                ETag.of(saved.stored().version()),
                MappingView.of(saved.stored()));
    }

    @Get(OF_TRANSACTION)
    @Operation(summary = "Read the category of a transaction")
    HttpResponse<MappingView> category(
            @PathVariable("ledger_id") LedgerId id,
            @PathVariable("transaction_id") TransactionId transactionId,
            Conditions conditions) {
        Stored<Mapping> stored = assignCategory
                .find(id, transactionId)
                .orElseThrow(() -> AssignCategory.unknownMapping().asException());
        return Answers.found(conditions, ETag.of(stored.version()), MappingView.of(stored));
    }

    @Delete(OF_TRANSACTION)
    @Operation(summary = "Take the category of a transaction away")
    HttpResponse<Void> remove(
            @PathVariable("ledger_id") LedgerId id,
            @PathVariable("transaction_id") TransactionId transactionId,
            Conditions conditions) {
        assignCategory.remove(id, transactionId, Inputs.condition(conditions));
        return Answers.deleted();
    }

    record Choice(CategoryId category, List<String> tags) {
        static Choice read(Fields in, LedgerId ledger, TransactionId transaction) {
            in.text("ledger_id").sameAsPath(ledger.value());
            in.text("transaction_id").sameAsPath(transaction.value());
            in.ignore(
                    "id",
                    "assigned_by",
                    "assigned_at",
                    "rule_id",
                    "rule_version",
                    "version",
                    "created_at",
                    "updated_at",
                    "outcome");
            List<String> tags = in.texts("tags")
                    .check(
                            all -> all.size() <= 50 && all.stream().allMatch(LedgerRules::isTag),
                            "invalid-tags",
                            "At most 50 tags of 1 to 100 characters.")
                    .orElse(List.of());
            return new Choice(
                    Inputs.id(in, "category_id", CategoryId::new),
                    tags.stream().distinct().toList());
        }
    }

    @Singleton
    static final class ChoiceForm implements Form<Choice> {
        @Override
        public Choice read(Fields in) {
            return Choice.read(in, new LedgerId("household"), new TransactionId("t-1"));
        }

        @Override
        public String example() {
            return "{\"category_id\":\"groceries\",\"tags\":[\"shared\"]}";
        }
    }

    /** The day of which balances are asked for. */
    @Singleton
    static final class AsOf implements Form<Optional<LocalDate>> {
        @Override
        public Optional<LocalDate> read(Fields in) {
            return in.date("as_of").optional();
        }
    }
}
