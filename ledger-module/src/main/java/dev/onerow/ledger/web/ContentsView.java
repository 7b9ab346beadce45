package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.account.Accounts.Contents;
import dev.onerow.web.answer.Answers;
import io.micronaut.http.HttpResponse;
import io.micronaut.serde.annotation.Serdeable;

/** What goes with something that is deleted. */
@Serdeable
record ContentsView(long importBatches, long rawTransactions, long transactions, long mappings, long manualMappings) {

    static ContentsView of(Contents contents) {
        return new ContentsView(
                contents.importBatches(),
                contents.rawTransactions(),
                contents.transactions(),
                contents.mappings(),
                contents.manualMappings());
    }

    /** The answer to a deletion, done or only tried. */
    static HttpResponse<ContentsView> answer(boolean isDryRun, Contents contents) {
        return isDryRun ? HttpResponse.ok(of(contents)) : Answers.deleted();
    }
}
