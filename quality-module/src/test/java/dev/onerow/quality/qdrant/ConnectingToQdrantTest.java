package dev.onerow.quality.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.quality.domain.PointSource;
import dev.onerow.quality.domain.PointSource.MissingCollection;
import dev.onerow.quality.domain.PointSource.SourceFailure;
import io.micronaut.context.exceptions.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectingToQdrantTest {

    @Test
    void asksTheServerOfTheUrlAndShowsTheKey() {
        try (FakeQdrant fake = new FakeQdrant();
                PointSource source = open("http://127.0.0.1:" + fake.listen(), "key-of-the-tests")) {
            assertThatThrownBy(() -> source.count("unknown")).isInstanceOf(MissingCollection.class);
            assertThat(fake.keys()).containsExactly("key-of-the-tests");
        }
    }

    @Test
    void showsNoKeyWhenThereIsNone() {
        try (FakeQdrant fake = new FakeQdrant();
                PointSource source = open("http://127.0.0.1:" + fake.listen(), "")) {
            assertThatThrownBy(() -> source.read("unknown", "", 1)).isInstanceOf(MissingCollection.class);
            assertThat(fake.keys()).isEmpty();
        }
    }

    @Test
    void saysWhichCollectionItCouldNotAskAbout() {
        try (PointSource source = open("http://127.0.0.1:1", null)) {
            assertThatThrownBy(() -> source.count("code_patterns"))
                    .isInstanceOf(SourceFailure.class)
                    .hasMessage("Qdrant does not answer about code_patterns: UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:6334", "/localhost"})
    void refusesWhatIsNoUrl(String url) {
        assertThatThrownBy(() -> open(url, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("http://host:6334");
    }

    private static PointSource open(String url, @Nullable String key) {
        return new Qdrant().configured(url, key).open();
    }
}
