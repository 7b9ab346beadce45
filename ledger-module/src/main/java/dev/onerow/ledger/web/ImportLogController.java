package dev.onerow.ledger.web;

import dev.onerow.ledger.application.ReportImports;
import dev.onerow.ledger.application.UndoImport;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.ledger.domain.imports.RawRow;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.page.Position;
import dev.onerow.web.request.DryRun;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was imported, record by record, and how to take it back. */
@Controller(ImportLogController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportLogController {
    static final String PATH = "/v1/ledger/imports";

    private final UndoImport undoImport;
    private final ReportImports reports;
    private final ImportLog log;

    ImportLogController(UndoImport undoImport, ReportImports reports, ImportLog log) {
        this.undoImport = undoImport;
        this.reports = reports;
        this.log = log;
    }

    @Get
    @Operation(summary = "List imports, the latest first, with the first 100 rejected records of each")
    Page<ImportView> list(@ReadBy(Parameters.class) Query query) {
        Asked asked = query.read(in -> Asked.read(query, in));
        Optional<Position> after = asked.paging().after();
        List<Stored<ImportBatch>> found = log.page(
                asked.account(),
                after.map(position -> position.instant(0)).orElse(null),
                after.map(position -> position.text(1)).orElse(""),
                asked.paging().fetch());
        return asked.paging()
                .page(
                        found.isEmpty() ? List.of() : reports.of(found),
                        ImportView::of,
                        report -> List.of(
                                report.batch().importedAt(), report.batch().id().value()));
    }

    @Get("/{id}")
    @Operation(summary = "Read an import")
    ImportView get(BatchId id) {
        return ImportView.of(reports.of(find(id)));
    }

    @Get("/{id}/raw-transactions")
    @Operation(summary = "List the rows of an import as the file had them")
    Page<RawRowView> rawRows(BatchId id, @ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        ImportBatch batch = find(id).value();
        int after = paging.after()
                .map(position -> Math.toIntExact(position.number(0)))
                .orElse(0);
        List<Stored<RawRow>> found = log.rawRows(id, after, paging.fetch());
        Map<String, TransactionId> vouchedFor =
                log.vouchedForBy(found.stream().map(row -> row.value().id()).toList());
        return paging.page(
                found,
                row -> view(batch, row, vouchedFor.get(row.value().id())),
                row -> List.of(row.value().number()));
    }

    @Delete("/{id}")
    @Operation(summary = "Take an import back")
    @ApiResponse(responseCode = "200", description = "What would go")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "409", description = "Some of its transactions are locked")
    @ApiResponse(responseCode = "412", description = "An import has no version: If-Match can only be *")
    HttpResponse<ContentsView> delete(BatchId id, @ReadBy(DryRun.class) Query query, Conditions conditions) {
        boolean isDryRun = query.read(new DryRun()::read);
        return ContentsView.answer(isDryRun, undoImport.undo(id, Inputs.condition(conditions), isDryRun));
    }

    private Stored<ImportBatch> find(BatchId id) {
        return log.find(id).orElseThrow(() -> UndoImport.unknown(id).asException());
    }

    private static RawRowView view(ImportBatch batch, Stored<RawRow> row, @Nullable TransactionId transaction) {
        return RawRowView.of(batch, row, transaction == null ? null : transaction.value());
    }

    record Asked(@Nullable String account, Paging paging) {
        static Asked read(Query query, Fields in) {
            return new Asked(Inputs.optionalKey(in, "account"), Paging.of(query, in));
        }
    }

    @Singleton
    static final class Parameters implements Form<Asked> {
        @Override
        public Asked read(Fields in) {
            return Asked.read(Query.NONE, in);
        }
    }
}
