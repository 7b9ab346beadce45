package dev.onerow.ledger.web;

import dev.onerow.ledger.application.SaveProfile;
import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Spelling;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.statement.AmountSign;
import dev.onerow.ledger.domain.statement.CsvColumn;
import dev.onerow.ledger.domain.statement.CsvProfile;
import dev.onerow.ledger.domain.statement.CsvProfileDraft;
import dev.onerow.ledger.domain.statement.CsvProfiles;
import dev.onerow.ledger.domain.statement.CsvProfiles.Named;
import dev.onerow.ledger.domain.statement.RowOrder;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.condition.ETag;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.PageParameters;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
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
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How banks write CSV. */
@Controller(CsvProfileController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
class CsvProfileController {
    static final String PATH = "/v1/ledger/csv-profiles";

    private final SaveProfile saveProfile;
    private final CsvProfiles profiles;

    CsvProfileController(SaveProfile saveProfile, CsvProfiles profiles) {
        this.saveProfile = saveProfile;
        this.profiles = profiles;
    }

    @Put("/{name}")
    @Operation(summary = "Save how a bank's CSV is read")
    HttpResponse<dev.onerow.web.answer.Stored<CsvProfileView>> put(
            ProfileName name, @Body @ReadBy(Draft.class) JsonBody body, Conditions conditions) {
        CsvProfileDraft draft = body.read(in -> Draft.read(in, name));
        CsvProfile profile = draft.check().either(valid -> valid, problems -> {
            throw Refusal.invalid(problems).asException();
        });
        Saved<Named> saved = saveProfile.save(new Named(name, profile), Inputs.condition(conditions));
        return Answers.stored(
                Inputs.outcome(saved),
                Answers.path(PATH, name.value()),
                ETag.of(saved.stored().version()),
                CsvProfileView.of(saved.stored()));
    }

    @Get("/{name}")
    @Operation(summary = "Read a CSV profile")
    HttpResponse<CsvProfileView> get(ProfileName name, Conditions conditions) {
        Stored<Named> stored =
                profiles.find(name).orElseThrow(() -> SaveProfile.unknown(name).asException());
        return Answers.found(conditions, ETag.of(stored.version()), CsvProfileView.of(stored));
    }

    @Get
    @Operation(summary = "List CSV profiles by name")
    Page<CsvProfileView> list(@ReadBy(PageParameters.class) Query query) {
        Paging paging = query.read(in -> Paging.of(query, in));
        String after = paging.after().map(position -> position.text(0)).orElse(null);
        return paging.page(
                profiles.page(after, paging.fetch()),
                CsvProfileView::of,
                stored -> List.of(stored.value().name().value()));
    }

    @Delete("/{name}")
    @Operation(summary = "Delete a CSV profile")
    HttpResponse<Void> delete(ProfileName name, Conditions conditions) {
        saveProfile.delete(name, Inputs.condition(conditions));
        return Answers.deleted();
    }

    /** How a profile is read. */
    @Singleton
    static final class Draft implements Form<CsvProfileDraft> {
        @Override
        public CsvProfileDraft read(Fields in) {
            return read(in, new ProfileName("sample"));
        }

        @Override
        public String example() {
            return "{\"delimiter\":\";\",\"date_format\":\"dd.MM.yyyy\",\"decimal_separator\":\",\","
                    + "\"columns\":{\"date\":\"Buchung\",\"amount\":\"Betrag\",\"merchant\":\"Name\"}}";
        }

        static CsvProfileDraft read(Fields in, ProfileName name) {
            in.text("name").sameAsPath(name.value());
            in.ignore("content_hash", "version", "created_at", "updated_at", "outcome");
            Map<String, Object> columns = in.part("columns", Draft::columns).orElse(Map.of());
            return new CsvProfileDraft(
                    in.text("delimiter").orNull(),
                    in.text("quote").orNull(),
                    in.text("encoding").orNull(),
                    in.integer("header_rows").orNull(),
                    in.integer("footer_rows").orNull(),
                    in.text("date_format").orNull(),
                    in.text("time_format").orNull(),
                    in.text("decimal_separator").orNull(),
                    in.text("grouping_separator").orNull(),
                    in.text("sign")
                            .amongWords(Spelling.wordsOf(AmountSign.class))
                            .orNull(),
                    in.texts("debit_values").orNull(),
                    columns,
                    in.texts("failed_statuses").orNull(),
                    in.texts("neutral_values").orNull(),
                    in.text("row_order")
                            .amongWords(Spelling.wordsOf(RowOrder.class))
                            .orNull(),
                    in.bool("external_ids_stable").orNull(),
                    in.bool("balance_identifies").orNull());
        }

        private static Map<String, Object> columns(Fields in) {
            in.camelCaseToo();
            Map<String, Object> columns = new HashMap<>();
            for (CsvColumn column : CsvColumn.values()) {
                in.value(column.word()).optional().ifPresent(place -> columns.put(column.word(), place));
            }
            return columns;
        }
    }
}
