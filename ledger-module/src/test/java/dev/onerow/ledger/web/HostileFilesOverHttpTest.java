package dev.onerow.ledger.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class HostileFilesOverHttpTest {
    private static final Duration QUICKLY = Duration.ofSeconds(60);
    private static final int TEN_MEGABYTES = 10_000_000;

    private final TestDatabase database;
    private final Service service;

    HostileFilesOverHttpTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void anAccountAndAProfile() {
        service.empty();
        service.account("giro", "deposit");
        service.saved("/csv-profiles/bank", "{'columns':{'date':'Date','amount':'Amount'}}");
        service.saved("/csv-profiles/latin", "{'encoding':'ISO-8859-1','columns':{'date':'Date','amount':'Amount'}}");
    }

    @Test
    void refusesTenMegabytesOfNonsense() {
        byte[] nonsense = new byte[TEN_MEGABYTES];
        new Random(1).nextBytes(nonsense);

        assertThat(ofx(nonsense).problem()).isEqualTo("/problems/unreadable-file");
        assertThat(csv("bank", nonsense).problem()).isEqualTo("/problems/wrong-profile");
        assertThat(csv("latin", nonsense).problem()).isIn("/problems/unreadable-file", "/problems/wrong-profile");
    }

    @Test
    void refusesEntitiesThatMultiply() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE OFX [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]><OFX><NAME>&b;&c;</NAME></OFX>";

        Answer answer = ofx(bomb.getBytes(UTF_8));

        assertThat(answer.problem()).isEqualTo("/problems/unreadable-file");
        assertThat(answer.body()).doesNotContain("root:", "aaaa");
    }

    @Test
    void refusesElementsWithoutEnd() {
        assertThat(ofx(("<OFX>" + "<STMTTRN>".repeat(1_000_000)).getBytes(UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(ofx(("<OFX>" + "<A>".repeat(3_000_000)).getBytes(UTF_8)).status())
                .isEqualTo(422);
    }

    @Test
    void refusesTenThousandColumns() {
        String file =
                "Date,Amount" + ",x".repeat(10_000) + "\n" + ("2026-03-01,1" + ",y".repeat(10_000) + "\n").repeat(100);

        assertThat(csv("bank", file.getBytes(UTF_8)).problem()).isEqualTo("/problems/unreadable-file");
    }

    @Test
    void refusesAnEncodingThatIsNotTheProfiles() {
        byte[] latin = "Date,Amount\n2026-03-01,1.00\n\u00e4\n".getBytes(ISO_8859_1);

        assertThat(csv("bank", latin).problem()).isEqualTo("/problems/wrong-profile");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        Answer answer = ofx(new byte[21 * 1024 * 1024]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("/problems/too-large");
        assertThat(database.count("import_batches")).isZero();
    }

    @Test
    void keepsARecordOfMegabytesVerbatimAndAnswersForIt() {
        String file = Ofx.file()
                .row("2026-03-01", "-1", "A".repeat(5_000_000))
                .row("2026-03-02", "-1", "B")
                .text();

        Answer answer = ofx(file.getBytes(UTF_8));

        assertThat(answer.status()).isIn(201, 422);
        assertThat(answer.body().length()).isLessThan(10_000);
    }

    private Answer ofx(byte[] file) {
        return send("/accounts/giro/imports", "application/x-ofx", file);
    }

    private Answer csv(String profile, byte[] file) {
        return send("/accounts/giro/imports?profile=" + profile, "text/csv", file);
    }

    private Answer send(String path, String type, byte[] file) {
        return assertTimeout(
                QUICKLY,
                () -> service.sendBytes(
                        "POST", path, HttpRequest.BodyPublishers.ofByteArray(file), "Content-Type", type));
    }
}
