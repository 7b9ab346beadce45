package dev.onerow.ledger.domain.statement;

import static dev.onerow.ledger.domain.statement.OfxFiles.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.onerow.ledger.domain.statement.StatementReading.Read;
import java.util.List;

/**
 * Whatever bytes come, a reader answers, and keeps what it read. An ordinary run replays the inputs that stand beside
 * this class; {@code JAZZER_FUZZ=1 mvn test -Dtest=FuzzedStatementsTest#ofx} looks for new ones.
 */
class FuzzedStatementsTest {
    private static final List<String> CHARSETS = List.of("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE");

    @FuzzTest(maxDuration = "5m")
    void ofx(FuzzedDataProvider data) {
        byte[] file = data.consumeRemainingAsBytes();

        StatementReading reading = OfxReader.read(file, EUR);

        assertThat(reading).isEqualTo(OfxReader.read(file, EUR));
        requireStorable(reading);
    }

    @FuzzTest(maxDuration = "5m")
    void csv(FuzzedDataProvider data) {
        CsvProfile profile = CsvFiles.draft()
                .encoding(data.pickValue(CHARSETS))
                .rows(data.consumeInt(0, 3), data.consumeInt(0, 3))
                .sign(data.pickValue(List.of("as_is", "inverted", "debit_credit")))
                .column("date", 1)
                .column("amount", 2)
                .column("debit", 3)
                .column("credit", 4)
                .column("merchant", 5)
                .column("balance", 6)
                .profile();
        byte[] file = data.consumeRemainingAsBytes();

        StatementReading reading = CsvStatements.read(file, profile, EUR);

        requireStorable(reading);
    }

    private static void requireStorable(StatementReading reading) {
        if (reading instanceof Read read) {
            for (Statement statement : read.statements()) {
                for (SourceRow row : statement.rows()) {
                    assertThat(row.line()).isPositive();
                    assertThat(row.verbatim()).doesNotContain("\0");
                    row.entry().either(FuzzedStatementsTest::isStorable, refused -> isExplained(refused.detail()));
                }
            }
        }
    }

    private static boolean isExplained(String detail) {
        assertThat(detail).isNotBlank();
        return true;
    }

    private static boolean isStorable(StatementEntry entry) {
        assertThat(entry.amount()).isNotZero();
        assertThat(entry.date().getYear()).isBetween(1, 9999);
        for (String text : new String[] {entry.merchant(), entry.notes(), entry.externalId()}) {
            assertThat(text == null || (!text.isBlank() && !text.contains("\0")))
                    .isTrue();
        }
        return true;
    }
}
