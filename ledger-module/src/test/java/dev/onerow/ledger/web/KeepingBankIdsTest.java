package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank's id is indexed, and PostgreSQL's indexes hold 2,704 bytes: 255 characters of any alphabet fit. */
@OnBothDatabases
class KeepingBankIdsTest {
    private static final String LONGEST = idOf(255);
    private static final String TOO_LONG = idOf(256);

    private final Service service;

    KeepingBankIdsTest(TestDatabase database) {
        this.service = new Service(database);
    }

    @BeforeEach
    void anAccount() {
        service.empty();
        service.account("giro", "deposit");
    }

    @Test
    void takesTheLongestFromAClientAndRefusesALongerOne() {
        assertThat(put("a", LONGEST).at("external_id")).isEqualTo(LONGEST);
        assertThat(put("a", LONGEST).at("outcome")).isEqualTo("unchanged");

        Answer refused = put("b", TOO_LONG);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.places()).containsExactly("/external_id");
    }

    @Test
    void takesTheLongestFromAnOfxFileAndRejectsTheRowOfALongerOne() {
        Answer imported = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A", LONGEST)
                        .row("2026-03-02", "-2", "B", TOO_LONG)
                        .text());

        assertThat(imported.texts("received", "created", "rejected_count")).isEqualTo("2 1 1");
        assertThat(imported.each("rejected", "problem").get(0)).contains("255");
        assertThat(service.get("/transactions").each("external_id")).containsExactly(LONGEST);
    }

    @Test
    void takesTheLongestFromACsvFileAndRejectsTheRowOfALongerOne() {
        service.saved("/csv-profiles/p", "{'columns':{'date':'Day','amount':'Amount','external_id':'Ref'}}");

        Answer imported = service.importCsv(
                "giro", "p", "Day,Amount,Ref\n2026-03-01,-1," + LONGEST + "\n2026-03-02,-2," + TOO_LONG + "\n");

        assertThat(imported.texts("received", "created", "rejected_count")).isEqualTo("2 1 1");
        assertThat(service.get("/transactions").each("external_id")).containsExactly(LONGEST);
    }

    private Answer put(String id, String externalId) {
        return service.put(
                "/transactions/" + id,
                "{'account_id':'giro','date':'2026-03-01','amount':'1','external_id':'" + externalId + "'}");
    }

    /** Of characters that take four bytes each, all of them different, so that nothing can be compressed. */
    private static String idOf(int characters) {
        return IntStream.range(0, characters)
                .map(i -> 0x20000 + i * 37)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
