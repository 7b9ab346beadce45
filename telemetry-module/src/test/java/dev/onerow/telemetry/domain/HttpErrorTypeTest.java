package dev.onerow.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HttpErrorTypeTest {
    @Test
    void isAFunctionOfTheStatus() {
        assertThat(HttpErrorType.of(null)).isEmpty();
        assertThat(typesOf(100, 199, 200, 299)).containsOnly("none");
        assertThat(typesOf(0)).containsOnly("0_no_response");
        assertThat(typesOf(300, 304, 399)).containsOnly("3xx_redirect");
        assertThat(typesOf(400, 499)).containsOnly("4xx_client_error");
        assertThat(typesOf(500, 599, 999)).containsOnly("5xx_server_error");
    }

    private static Stream<String> typesOf(int... statuses) {
        return IntStream.of(statuses)
                .mapToObj(status ->
                        HttpErrorType.of(status).map(HttpErrorType::word).orElse("none"));
    }
}
