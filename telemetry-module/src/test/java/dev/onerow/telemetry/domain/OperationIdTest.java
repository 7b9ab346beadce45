package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OperationIdTest {
    @Test
    void isPrintableAsciiWithoutBlanks() {
        assertThat(OperationId.parse("op-118/a%2F~!")).contains(new OperationId("op-118/a%2F~!"));
        assertThat(OperationId.parse("x".repeat(200))).isPresent();
        assertThat(new String[] {"", " ", "op 118", "op\n", "\u00e9", "op\u0000", "x".repeat(201)})
                .allSatisfy(text -> assertThat(OperationId.parse(text)).isEmpty());
        assertThatIllegalArgumentException().isThrownBy(() -> new OperationId("op 118"));
    }
}
