package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Spelling;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.statement.CsvFormats;
import dev.onerow.ledger.domain.statement.CsvLayout;
import dev.onerow.ledger.domain.statement.CsvProfile;
import dev.onerow.ledger.domain.statement.CsvProfiles.Named;
import dev.onerow.persistence.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** A CSV profile as it is shown. */
@Serdeable
record CsvProfileView(
        String name,
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
        List<String> debitValues,
        Json columns,
        List<String> failedStatuses,
        List<String> neutralValues,
        String rowOrder,
        boolean externalIdsStable,
        boolean balanceIdentifies,
        String contentHash,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static CsvProfileView of(Stored<Named> stored) {
        CsvProfile profile = stored.value().profile();
        CsvLayout layout = profile.layout();
        CsvFormats formats = profile.formats();
        return new CsvProfileView(
                stored.value().name().value(),
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
                profile.debitValues(),
                Json.of(profile.plainColumns()),
                profile.failedStatuses(),
                profile.neutralValues(),
                Spelling.word(profile.rowOrder()),
                profile.externalIdsStable(),
                profile.balanceIdentifies(),
                profile.contentHash(),
                stored.version(),
                stored.createdAt(),
                stored.updatedAt());
    }
}
