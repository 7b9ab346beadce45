package dev.onerow.ledger.web;

import dev.onerow.ledger.application.Currencies;
import dev.onerow.ledger.application.Currencies.Priced;
import dev.onerow.ledger.application.SaveTransactions;
import dev.onerow.ledger.application.ViewLedger;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.EntryDraft;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.ledger.domain.imports.ImportLog.Voucher;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.page.Position;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.function.Function;

/** Transactions. */
@Controller(TransactionController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class TransactionController {
    static final String PATH = "/v1/ledger/transactions";

    private final SaveTransactions saveTransactions;
    private final Bookings bookings;
    private final Currencies currencies;
    private final ViewLedger viewLedger;
    private final ImportLog log;
    private final TransactionLines lines;

    TransactionController(
            SaveTransactions saveTransactions,
            Bookings bookings,
            Currencies currencies,
            ViewLedger viewLedger,
            ImportLog log,
            TransactionLines lines) {
        this.saveTransactions = saveTransactions;
        this.bookings = bookings;
        this.currencies = currencies;
        this.viewLedger = viewLedger;
        this.log = log;
        this.lines = lines;
    }

    @Put("/{id}")
    @Operation(summary = "Save a transaction")
    @ApiResponse(responseCode = "409", description = "It is locked, or of another account")
    HttpResponse<dev.onerow.web.answer.Stored<TransactionView>> put(
            TransactionId id, @Body @ReadBy(TransactionLines.class) JsonBody body, Conditions conditions) {
        EntryDraft draft = body.read(in -> {
            in.text("id").sameAsPath(id.value());
            EntryDraft read = TransactionBodies.read(in, id.value());
            return in.isFaulty() ? Inputs.noting(in, read, saveTransactions.check(read)) : read;
        });
        return saveTransactions
                .save(List.of(draft), Inputs.condition(conditions))
                .get(0)
                .either(
                        (saved, currency) -> Answers.stored(
                                Inputs.outcome(saved),
                                Answers.path(PATH, id.value()),
                                ETag.of(saved.stored().version()),
                                TransactionView.of(saved.stored(), currency)),
                        refusal -> {
                            throw refusal.asException();
                        });
    }

    @Post("/bulk")
    @Operation(summary = "Save many transactions")
    @Consumes({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    @Produces({BulkRequest.NDJSON, MediaType.APPLICATION_JSON})
    HttpResponse<?> bulk(@ReadBy(TransactionLines.class) BulkRequest request) {
        return request.answer(lines);
    }

    @Get("/{id}")
    @Operation(summary = "Read a transaction")
    HttpResponse<TransactionView> get(TransactionId id, Conditions conditions) {
        Priced<Stored<Booking>> found = currencies.along(() -> List.of(require(id)), Function.identity());
        Stored<Booking> stored = found.rows().get(0);
        return Answers.found(conditions, ETag.of(stored.version()), TransactionView.of(stored, found.of(stored)));
    }

    @Get
    @Operation(summary = "List transactions, the latest first")
    @ApiResponse(responseCode = "404", description = "There is no such ledger")
    Page<TransactionView> list(@ReadBy(BookingQueries.Parameters.class) Query query) {
        BookingQueries asked = BookingQueries.of(query);
        Priced<Stored<Booking>> found = currencies.along(() -> found(asked), Function.identity());
        return asked.paging()
                .page(found.rows(), stored -> TransactionView.of(stored, found.of(stored)), BookingQueries::position);
    }

    @Get("/{id}/raw-transactions")
    @Operation(summary = "List the rows of files that vouch for a transaction")
    Page<RawRowView> vouchers(TransactionId id, @ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        require(id);
        return Slices.page(
                paging,
                log.vouchersOf(id),
                voucher -> RawRowView.of(voucher.batch(), voucher.row(), id.value()),
                voucher -> List.of(
                        voucher.batch().importedAt(), voucher.row().value().id()),
                TransactionController::isBehind);
    }

    @Delete("/{id}")
    @Operation(summary = "Delete a transaction")
    @ApiResponse(responseCode = "409", description = "It is locked")
    HttpResponse<Void> delete(TransactionId id, Conditions conditions) {
        saveTransactions.delete(id, Inputs.condition(conditions));
        return Answers.deleted();
    }

    private static boolean isBehind(Position place, Voucher voucher) {
        int order = place.instant(0).compareTo(voucher.batch().importedAt());
        String id = voucher.row().value().id();
        return order == 0 ? id.compareTo(place.text(1)) > 0 : order > 0;
    }

    private List<Stored<Booking>> found(BookingQueries asked) {
        String ledger = asked.ledger();
        int fetch = asked.paging().fetch();
        return ledger == null
                ? bookings.page(asked.search(), asked.after(), fetch)
                : viewLedger.transactions(new LedgerId(ledger), asked.search(), asked.after(), fetch).stream()
                        .map(ViewLedger.Shown::booking)
                        .toList();
    }

    private Stored<Booking> require(TransactionId id) {
        return bookings.find(id).orElseThrow(() -> SaveTransactions.unknown(id).asException());
    }
}
