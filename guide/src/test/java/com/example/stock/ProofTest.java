package com.example.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.SchemaProof;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

// guide: the proof
@MicronautTest
class ProofTest {
    @Test
    void everyTableIsAsDeclared(SchemaProof proof) {
        SchemaProof.Result result = proof.prove();

        assertThat(result.defects()).as(result.report()).isEmpty();
    }
}
// guide: end
