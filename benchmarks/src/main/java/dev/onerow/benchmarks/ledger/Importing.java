package dev.onerow.benchmarks.ledger;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.benchmarks.ledger.WrittenRows.Rows;
import dev.onerow.ledger.api.ImportProgress;
import dev.onerow.ledger.application.ImportRequest;
import dev.onerow.ledger.application.ImportStatement;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.imports.FileFormat;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole import, from the bytes of a file to its answer, beside the kernel writing the very rows that it writes. */
@Singleton
final class Importing implements Figure {
    private static final AccountId ACCOUNT = new AccountId("giro");

    private final SampleLedger ledger;
    private final ImportStatement importStatement;
    private final WrittenRows writtenRows;

    Importing(SampleLedger ledger, ImportStatement importStatement, WrittenRows writtenRows) {
        this.ledger = ledger;
        this.importStatement = importStatement;
        this.writtenRows = writtenRows;
    }

    @Override
    public String name() {
        return "ledger-import";
    }

    @Override
    public String question() {
        return "What does it cost to import a file, to recognise its rows and to categorise them by 50 rules, beside the kernel"
                + " writing the same rows? At most three times as much.";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        int size = bench.isBrief() ? 40 : 10_000;
        ledger.save();
        compare(bench, size, 0, "all of them new");
        compare(bench, size, size / 2, "half of them known");
        compare(bench, size, size, "all of them known");
    }

    private void compare(Bench bench, int size, int known, String what) throws SQLException {
        ledger.empty(bench);
        ledger.open(ACCOUNT);
        Rows earlier = known == 0 ? null : importNew(SampleStatement.of(known, "earlier"), Set.of());
        byte[] file = SampleStatement.of(size, "");
        Rows written = importNew(file, earlier == null ? Set.of() : earlier.bookingIds());
        bench.report(bench.<Integer>compare(
                        size + " rows, " + what, rows -> rows, round -> List.of(size), () -> restore(bench, earlier))
                .with("kernel, the same rows", rows -> writtenRows.write(written))
                .with("import", rows -> importFile(file))
                .run());
    }

    private void restore(Bench bench, @Nullable Rows earlier) throws SQLException {
        ledger.empty(bench);
        ledger.open(ACCOUNT);
        if (earlier != null) {
            writtenRows.write(earlier);
        }
    }

    private Rows importNew(byte[] file, Set<String> earlier) {
        return writtenRows.of(importFile(file), earlier);
    }

    private String importFile(byte[] file) {
        var request = new ImportRequest(ACCOUNT, FileFormat.OFX, file, "sample.ofx", null, null, false);
        var answer = importStatement.importFile(request, ImportProgress.UNHEARD);
        return answer.report().batch().id().value();
    }
}
