package dev.onerow.registry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.registry.domain.ReservedNames;
import dev.onerow.registry.domain.ViewName;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ReservedNamesTest {
    private final TestDatabase database;

    ReservedNamesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void areTheNamesOfAllTablesThatTheMigrationsMake() {
        var tables = tables();

        assertThat(tables).hasSizeGreaterThan(10).allMatch(ReservedNames.OWN_TABLES::contains);
        assertThat(tables).noneMatch(ViewName::isLegal);
    }

    private List<String> tables() {
        return database
                .query(
                        switch (database.kind()) {
                            case POSTGRESQL -> "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'onerow'";
                            case SQLITE ->
                                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite^_%'"
                                        + " ESCAPE '^'";
                        })
                .stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }
}
