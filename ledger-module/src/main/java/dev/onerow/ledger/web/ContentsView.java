package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.account.Accounts.Contents;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.request.Query;
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
    static HttpResponse<?> answer(boolean isDryRun, Contents contents) {
        return isDryRun ? HttpResponse.ok(of(contents)) : Answers.deleted();
    }

    /** Whether a deletion is only tried. */
    static boolean isDryRun(Query query) {
        return query.read(in -> in.bool("dry_run").orElse(false));
    }
}
