package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ProofAtStartIT {
    private static final String KEY = "pattern_quality_metrics_pattern_id_unique";

    private final TestDatabase database;

    ProofAtStartIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void refusesToStartWithoutAUniqueKeyAndPrintsTheRepairThatMakesItStart() throws Exception {
        dropUniqueKey(database);

        OnerowProcess refused = OnerowProcess.run("serve", database.url(), Map.of());
        OnerowProcess checked = OnerowProcess.run("check", database.url(), Map.of());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains("DEFECT  pattern_quality_metrics: ", "repair:  ")
                .doesNotContain("listening on", "\tat ");
        assertThat(checked.repairs()).isEqualTo(refused.repairs()).isNotEmpty();

        database.run(refused.repairs());

        OnerowProcess repaired = OnerowProcess.run("check", database.url(), Map.of());
        assertThat(repaired.exitCode()).as(repaired.output()).isZero();
        assertThat(repaired.output()).contains(" proved.");
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            assertThat(onerow.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isTakenOutOfServiceWhileAUniqueKeyIsMissing() throws Exception {
        try (TestDatabase own = database.another(true);
                OnerowProcess onerow = OnerowProcess.serve(own.url(), Map.of())) {
            assertThat(onerow.get("/health/readiness").statusCode()).isEqualTo(200);

            dropUniqueKey(own);

            assertThat(onerow.get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(onerow.get("/health/liveness").statusCode()).isEqualTo(200);

            OnerowProcess checked = OnerowProcess.run("check", own.url(), Map.of());
            assertThat(checked.exitCode()).isEqualTo(1);
            own.run(checked.repairs());

            assertThat(onerow.get("/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    private static void dropUniqueKey(TestDatabase database) {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.sql("ALTER TABLE pattern_quality_metrics DROP CONSTRAINT " + KEY);
            return;
        }
        Object sql = database.value("SELECT sql FROM sqlite_master WHERE name = 'pattern_quality_metrics'");
        String without = Objects.requireNonNull(sql).toString().replaceAll("CONSTRAINT " + KEY + "[^,]*,", "");
        database.run(List.of("DROP TABLE pattern_quality_metrics", without));
    }
}
