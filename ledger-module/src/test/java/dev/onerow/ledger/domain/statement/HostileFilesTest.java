package dev.onerow.ledger.domain.statement;

import static dev.onerow.ledger.domain.statement.OfxFiles.EUR;
import static dev.onerow.ledger.domain.statement.OfxFiles.SGML_HEADER;
import static dev.onerow.ledger.domain.statement.OfxFiles.sgml;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.onerow.ledger.domain.statement.StatementReading.Read;
import dev.onerow.ledger.domain.statement.StatementReading.Unreadable;
import dev.onerow.ledger.domain.statement.StatementReading.WrongProfile;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
    private static final Duration QUICKLY = Duration.ofSeconds(60);
    private static final int TEN_MEGABYTES = 10_000_000;

    @Test
    void refusesTenMegabytesOfNonsense() {
        byte[] nonsense = new byte[TEN_MEGABYTES];
        new Random(1).nextBytes(nonsense);

        assertThat(ofx(nonsense)).isInstanceOf(Unreadable.class);
        assertThat(csv(nonsense, "UTF-8")).isInstanceOf(WrongProfile.class);
        assertThat(csv(nonsense, "ISO-8859-1")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<A>", "<", "<!--", "<![CDATA[", "<?", "</A>", "&", "<A", "<STMTRS>", "<!D", "<NAME>", "&#"})
    void passesOverMillionsOfTagsInLinearTime(String piece) {
        String many = piece.repeat(TEN_MEGABYTES / piece.length());

        StatementReading reading = ofx((SGML_HEADER + "<OFX>" + many).getBytes(UTF_8));

        assertThat(reading).isInstanceOfAny(Read.class, Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<A>", "<", "<!--", "<![CDATA[", "<?", "</A>", "&", "<A", "<PAYEE>", "<NAME>", "<X><NAME>y"})
    void readsARecordOfTenMegabytesInLinearTime(String piece) {
        String many = piece.repeat(TEN_MEGABYTES / piece.length());

        StatementReading reading =
                ofx(sgml("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>" + many).getBytes(UTF_8));

        assertThat(reading).isInstanceOfAny(Read.class, Unreadable.class);
    }

    @Test
    void refusesElementsNestedBeyondWhatAStatementNests() {
        String deep = sgml("<STMTTRN>" + "<A>".repeat(1_000_000));

        assertThat(ofx(deep.getBytes(UTF_8))).isEqualTo(new Unreadable("The file nests elements deeper than 64."));
    }

    @Test
    void refusesAFileThatDeclaresEntities() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE OFX [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                + "<OFX><STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>&b;";

        assertThat(ofx(bomb.getBytes(UTF_8))).isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesMoreTransactionsThanAStatementHas() {
        String many = sgml("<STMTTRN>".repeat(1_000_000));

        assertThat(ofx(many.getBytes(UTF_8))).isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesACsvOfTenThousandColumns() {
        String wide = "a,".repeat(10_000) + "\n" + "1,".repeat(10_000);

        assertThat(csv(wide.getBytes(UTF_8), "UTF-8")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\n", "\r", ",", "a,b\n", "\"\"", "\"a\"\n", "\r\n,"})
    void refusesOrReadsMillionsOfRecordsInLinearTime(String piece) {
        String many = piece.repeat(TEN_MEGABYTES / piece.length());

        StatementReading reading = csv(("date,amount\n" + many).getBytes(UTF_8), "UTF-8");

        assertThat(reading).isInstanceOfAny(Read.class, Unreadable.class);
    }

    private static StatementReading ofx(byte[] file) {
        return assertTimeoutPreemptively(QUICKLY, () -> OfxReader.read(file, EUR));
    }

    private static StatementReading csv(byte[] file, String encoding) {
        CsvProfile profile = CsvFiles.draft()
                .encoding(encoding)
                .column("date", "date")
                .column("amount", "amount")
                .profile();
        return assertTimeoutPreemptively(QUICKLY, () -> CsvStatements.read(file, profile, EUR));
    }
}
