package dev.onerow.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void writesEqualContentInOneWay() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("b", List.of("x", 1, true));
        members.put("a", Map.of("quote\"", "line\n"));

        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"a\":{\"quote\\\"\":\"line\\u000a\"},\"b\":[\"x\",1,true]}");
    }
}
