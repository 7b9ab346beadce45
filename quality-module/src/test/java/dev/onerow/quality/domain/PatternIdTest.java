package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternIdTest {
    private static final PatternId ID = new PatternId(UUID.fromString("2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8",
                "2D6F7A1E-93C4-4C0B-8A57-51E0C7B9D3F8",
                "{2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8}",
                "urn:uuid:2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8",
                "2d6f7a1e93c44c0b8a5751e0c7b9d3f8"
            })
    void readsEverySpellingAsOneId(String text) {
        assertThat(PatternId.parse(text)).contains(ID);
        assertThat(ID).hasToString("2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f",
                "2d6f7a1e-93c44-c0b-8a57-51e0c7b9d3f8",
                "2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8 ",
                "{2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8",
                "2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3fg",
                "\uFF12d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8"
            })
    void trap6RefusesEverythingElse(String text) {
        assertThat(PatternId.parse(text)).isEmpty();
    }

    @Test
    void trap6MakesAnIdOfVersion5OfANumberedPoint() {
        assertThat(PatternId.ofPoint("archon_vectors", "7")).hasToString("013a1d7c-2c7e-59d9-b2d4-b74a73d803bf");
        assertThat(PatternId.ofPoint("archon_vectors", "\u00E4\uD83D\uDE00"))
                .hasToString("f8b935a3-c15d-5eb2-9e80-d86dea38447b");
    }

    @Test
    void defect11TellsNumbersOfTwoCollectionsApartWhicheverComesFirst() {
        assertThat(PatternId.ofPoint("code_patterns", "7")).hasToString("10a7a489-2cca-5030-8152-c20a8f3eb137");
        assertThat(PatternId.ofPoint("code_patterns", "7")).isNotEqualTo(PatternId.ofPoint("archon_vectors", "7"));
    }

    @Test
    void takesAPointsOwnIdWhenItIsAUuid() {
        assertThat(PatternId.ofPoint("code_patterns", "2D6F7A1E-93C4-4C0B-8A57-51E0C7B9D3F8"))
                .isEqualTo(ID);
    }

    @Test
    void makesAnIdOfAName() {
        assertThat(PatternId.ofName("Writer")).hasToString("70dec565-ca89-5855-96d0-8c07987869c6");
    }

    @Test
    void remembersManyIds() {
        PatternIdSet seen = new PatternIdSet();
        for (long i = 0; i < 10_000; i++) {
            assertThat(seen.add(new PatternId(new UUID(i, 0)))).isTrue();
            assertThat(seen.add(new PatternId(new UUID(0, i)))).isEqualTo(i != 0);
        }
        for (long i = 0; i < 10_000; i++) {
            assertThat(seen.add(new PatternId(new UUID(i, 0)))).isFalse();
        }
    }

    /** At once, unless all of them look for one place. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void remembersIdsThatFollowATemplateAsQuicklyAsOthers() {
        PatternIdSet seen = new PatternIdSet();

        for (long i = 1; i <= 100_000; i++) {
            assertThat(seen.add(new PatternId(new UUID(i << 32, i)))).isTrue();
            assertThat(seen.add(new PatternId(new UUID(i, i)))).isTrue();
        }
    }
}
