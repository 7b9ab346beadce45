package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class LedgerTablesTest {
    @Test
    void areProvedAgainstTheDatabase(TestDatabase database) {
        SchemaProof.Result result = database.bean(SchemaProof.class).prove();

        // The fixture declares tables of its own, which only the kernel's tests make.
        assertThat(result.defects())
                .filteredOn(defect -> !defect.table().startsWith("reading_"))
                .isEmpty();
        assertThat(result.tables()).isGreaterThanOrEqualTo(12);
    }
}
