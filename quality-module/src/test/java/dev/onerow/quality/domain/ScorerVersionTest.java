package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerVersionTest {

    @Test
    void comparesPartByPartAsNumbers() {
        List<String> ascending = List.of(
                "1.0.0-rc", "1.0", "1.0.0", "1.00.0.1", "1.9.0", "1.10.0", "2", "10.0.0", "99999999999999999999");

        for (int i = 0; i < ascending.size(); i++) {
            for (int j = 0; j < ascending.size(); j++) {
                var one = new ScorerVersion(ascending.get(i));
                var other = new ScorerVersion(ascending.get(j));
                assertThat(Integer.signum(one.compareTo(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThatThrownBy(() -> new ScorerVersion(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScorerVersion("1".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }
}
