package dev.onerow.ledger.web;

import dev.onerow.ledger.application.SaveLedger;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.DefaultKind;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
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
import java.util.Optional;

/** Ledgers. */
@Controller(LedgerController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class LedgerController {
    static final String PATH = "/v1/ledger/ledgers";

    private final SaveLedger saveLedger;
    private final Ledgers ledgers;

    LedgerController(SaveLedger saveLedger, Ledgers ledgers) {
        this.saveLedger = saveLedger;
        this.ledgers = ledgers;
    }

    @Put("/{id}")
    @Operation(summary = "Save a ledger")
    @ApiResponse(responseCode = "409", description = "Its template is in use, or it would not be the default any more")
    HttpResponse<dev.onerow.web.answer.Stored<LedgerView>> put(
            LedgerId id, @Body @ReadBy(LedgerBodies.class) JsonBody body, Conditions conditions) {
        LedgerBodies.Sent sent = body.read(in -> LedgerBodies.read(in, id));
        Saved<Ledger> saved = saveLedger.save(sent.ledger(), sent.isDefault(), Inputs.condition(conditions));
        LedgerView view = view(saved.stored(), ledgers.defaultOf(DefaultKind.LEDGER));
        return Answers.stored(Inputs.outcome(saved), Answers.path(PATH, id.value()), tag(view), view);
    }

    @Get("/{id}")
    @Operation(summary = "Read a ledger")
    HttpResponse<LedgerView> get(LedgerId id, Conditions conditions) {
        LedgerView view = view(
                ledgers.find(id).orElseThrow(() -> SaveLedger.unknown(id).asException()),
                ledgers.defaultOf(DefaultKind.LEDGER));
        return Answers.found(conditions, tag(view), view);
    }

    @Get
    @Operation(summary = "List ledgers by id")
    Page<LedgerView> list(@ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        String after = paging.after().map(position -> position.text(0)).orElse(null);
        Optional<String> current = ledgers.defaultOf(DefaultKind.LEDGER);
        return paging.page(
                ledgers.page(after, paging.fetch()),
                stored -> view(stored, current),
                stored -> List.of(stored.value().id().value()));
    }

    @Delete("/{id}")
    @Operation(summary = "Delete a ledger with its categorisation")
    @ApiResponse(responseCode = "409", description = "It is the default")
    HttpResponse<Void> delete(LedgerId id, Conditions conditions) {
        saveLedger.delete(id, Inputs.condition(conditions));
        return Answers.deleted();
    }

    private static LedgerView view(Stored<Ledger> stored, Optional<String> current) {
        String id = stored.value().id().value();
        return LedgerView.of(stored, current.equals(Optional.of(id)));
    }

    private static ETag tag(LedgerView view) {
        return ETag.weak(view.version(), view.isDefault());
    }
}
