package dev.onerow.ledger.domain.statement;

import static dev.onerow.ledger.domain.statement.OfxFiles.EUR;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onerow.ledger.domain.FieldProblem;
import dev.onerow.ledger.domain.statement.StatementReading.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes CSV profiles and reads files by them. */
final class CsvFiles {
    private @Nullable String delimiter;
    private @Nullable String quote;
    private @Nullable String encoding;
    private @Nullable Integer headerRows;
    private @Nullable Integer footerRows;
    private @Nullable String dateFormat;
    private @Nullable String timeFormat;
    private @Nullable String decimalSeparator;
    private @Nullable String groupingSeparator;
    private @Nullable String sign;
    private @Nullable List<String> debitValues;
    private @Nullable List<String> failedStatuses;
    private @Nullable List<String> neutralValues;
    private @Nullable String rowOrder;
    private final Map<String, Object> columns = new HashMap<>();

    private CsvFiles() {}

    static CsvFiles draft() {
        return new CsvFiles();
    }

    static CsvFiles simple() {
        return draft().column("date", "Date").column("amount", "Amount").column("merchant", "Merchant");
    }

    CsvFiles delimiter(String value) {
        delimiter = value;
        return this;
    }

    CsvFiles quote(String value) {
        quote = value;
        return this;
    }

    CsvFiles encoding(String value) {
        encoding = value;
        return this;
    }

    CsvFiles rows(int header, int footer) {
        headerRows = header;
        footerRows = footer;
        return this;
    }

    CsvFiles dates(String value) {
        dateFormat = value;
        return this;
    }

    CsvFiles times(String value) {
        timeFormat = value;
        return this;
    }

    CsvFiles numbers(String decimal, String grouping) {
        decimalSeparator = decimal;
        groupingSeparator = grouping;
        return this;
    }

    CsvFiles sign(String value, String... debits) {
        sign = value;
        debitValues = List.of(debits);
        return this;
    }

    CsvFiles failed(String... values) {
        failedStatuses = List.of(values);
        return this;
    }

    CsvFiles neutral(String... values) {
        neutralValues = List.of(values);
        return this;
    }

    CsvFiles order(String value) {
        rowOrder = value;
        return this;
    }

    CsvFiles column(String name, Object place) {
        columns.put(name, place);
        return this;
    }

    CsvProfile profile() {
        return drafted().check().either(profile -> profile, problems -> {
            throw new AssertionError(problems);
        });
    }

    List<String> problems() {
        return drafted()
                .check()
                .either(
                        profile -> List.of(),
                        problems -> problems.stream().map(FieldProblem::pointer).toList());
    }

    StatementReading reading(String file) {
        return CsvStatements.read(file.getBytes(UTF_8), profile(), EUR);
    }

    Statement statement(String file) {
        return ((Read) reading(file)).statements().get(0);
    }

    StatementEntry entry(String file) {
        return statement(file).entries().get(0);
    }

    String problem(String file) {
        return statement(file).rows().get(0).entry().either(entry -> "readable", no -> no.code());
    }

    private CsvProfileDraft drafted() {
        return new CsvProfileDraft(
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
                debitValues,
                columns,
                failedStatuses,
                neutralValues,
                rowOrder,
                null,
                null);
    }
}
