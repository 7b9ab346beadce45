package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.Spelling;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.statement.CsvFormats;
import dev.onerow.ledger.domain.statement.CsvLayout;
import dev.onerow.ledger.domain.statement.CsvProfile;
import dev.onerow.ledger.domain.statement.CsvProfileDraft;
import dev.onerow.ledger.domain.statement.CsvProfiles.Named;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a bank writes CSV. */
@MappedEntity("csv_profiles")
@KeyedTable(conflictsOn = "name")
record CsvProfileRow(
        @Id String name,
        String delimiter,
        String quote,
        String encoding,
        int headerRows,
        int footerRows,
        String dateFormat,
        String timeFormat,
        String decimalSeparator,
        String groupingSeparator,
        String sign,
        Json debitValues,
        Json columns,
        Json failedStatuses,
        Json neutralValues,
        String rowOrder,
        boolean externalIdsStable,
        boolean balanceIdentifies,
        String contentHash,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static CsvProfileRow of(Named named) {
        CsvProfile profile = named.profile();
        CsvLayout layout = profile.layout();
        CsvFormats formats = profile.formats();
        return new CsvProfileRow(
                named.name().value(),
                String.valueOf(layout.delimiter()),
                layout.quoteText(),
                layout.encoding().name(),
                layout.headerRows(),
                layout.footerRows(),
                formats.dateFormat().pattern(),
                formats.timeFormat().pattern(),
                String.valueOf(formats.decimalSeparator()),
                formats.groupingSeparator(),
                profile.sign().word(),
                Json.of(profile.debitValues()),
                Json.of(profile.plainColumns()),
                Json.of(profile.failedStatuses()),
                Json.of(profile.neutralValues()),
                Spelling.word(profile.rowOrder()),
                profile.externalIdsStable(),
                profile.balanceIdentifies(),
                profile.contentHash(),
                0,
                null,
                null);
    }

    Stored<Named> stored() {
        return Instants.stored(new Named(new ProfileName(name), profile()), version, createdAt, updatedAt);
    }

    private CsvProfile profile() {
        CsvProfileDraft draft = new CsvProfileDraft(
                delimiter,
                quote,
                encoding,
                headerRows,
                footerRows,
                dateFormat,
                timeFormat,
                decimalSeparator,
                groupingSeparator,
                sign,
                Trees.texts(debitValues),
                Trees.members(columns),
                Trees.texts(failedStatuses),
                Trees.texts(neutralValues),
                rowOrder,
                externalIdsStable,
                balanceIdentifies);
        return draft.checkStored().either(profile -> profile, problems -> {
            throw new IllegalStateException("A stored profile is not valid: " + problems);
        });
    }
}
