package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class ImportingByCommandIT {
    static final String STATEMENT = """
            OFXHEADER:100
            ENCODING:UTF-8

            <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>4711</BANKACCTFROM><BANKTRANLIST>
            <STMTTRN><DTPOSTED>20260301<TRNAMT>-3.20<FITID>A1<NAME>Kiosk</STMTTRN>
            <STMTTRN><DTPOSTED>20260302<TRNAMT>2500.00<FITID>A2<NAME>Employer</STMTTRN>
            </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
            """;

    private final TestDatabase database;

    ImportingByCommandIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void answersAsTheEndpointDoes(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("march.ofx"), STATEMENT).toString();
        String answer;
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            onerow.send(
                    "PUT",
                    "/v1/ledger/accounts/giro",
                    "{\"name\":\"Giro\",\"institution\":\"B\",\"type\":\"deposit\",\"currency_code\":\"EUR\"}");

            OnerowProcess tried =
                    OnerowProcess.run("import", database.url(), Map.of(), file, "--account", "giro", "--dry-run");
            assertThat(tried.exitCode()).as(tried.output()).isZero();
            assertThat(database.count("transactions")).isZero();
            OnerowProcess done = OnerowProcess.run("import", database.url(), Map.of(), file, "--account", "giro");
            assertThat(done.exitCode()).as(done.output()).isZero();

            answer = lastLine(done);
            String id = String.valueOf(database.value("SELECT id FROM import_batches"));
            assertThat(answer).isEqualTo(onerow.get("/v1/ledger/imports/" + id).body());
            assertThat(done.output()).contains("2 records read", "2 new transactions written");
        }

        OnerowProcess again = OnerowProcess.run("import", database.url(), Map.of(), file, "--account", "giro");

        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(lastLine(again)).isEqualTo(answer);
        assertThat(database.count("transactions")).isEqualTo(2);
    }

    static String lastLine(OnerowProcess process) {
        return process.output().lines().reduce("", (before, line) -> line);
    }
}
