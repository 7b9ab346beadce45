package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables({"readings", "laws"})
class RecentProofTest {
    private static final String INDEX = "CREATE UNIQUE INDEX once_more ON reading_notes (note)";

    private final TestDatabase database;
    private final SchemaProof proof;

    RecentProofTest(TestDatabase database) {
        this.database = database;
        this.proof = database.bean(SchemaProof.class);
    }

    @Test
    void isMadeOnceForAllWhoAsk() {
        Set<SchemaProof.Result> results =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

        InParallel.run(10, thread -> {
            for (int i = 0; i < 20; i++) {
                results.add(proof.recent());
            }
        });

        assertThat(results).hasSize(1);
    }

    @Test
    void isMadeAnewWhenTheSchemaHasChangedAndNotWhenRowsHave() {
        SchemaProof.Result first = proof.recent();

        database.sql("DELETE FROM reading_notes");
        assertThat(proof.recent()).isSameAs(first);

        database.sql(INDEX);
        SchemaProof.Result second = proof.recent();
        database.sql("DROP INDEX once_more");
        SchemaProof.Result third = proof.recent();

        assertThat(second.report()).contains("is also unique over [note] by once_more");
        assertThat(third.report()).isEqualTo(first.report()).doesNotContain("once_more");
    }

    @Test
    void seesATableThatIsGoneAtOnce() {
        try (TestDatabase own = database.another(true)) {
            own.runScript("readings");
            own.runScript("laws");
            SchemaProof ownProof = own.bean(SchemaProof.class);
            assertThat(ownProof.recent().holds()).isTrue();

            own.run(List.of("DROP TABLE reading_notes"));

            assertThat(ownProof.recent().report()).contains("reading_notes: there is no such table");
        }
    }
}
