package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

    @Test
    void isTheSameHoweverItIsWritten() {
        Json one = Json.parse("{\"a\":1,\"b\":[1.0,10e-1,100]}");
        Json other = Json.parse(" { \"b\" : [ 1, 1.000, 1E2 ], \"a\" : 1.0 } ");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("{\"a\":1,\"b\":[1,1,100]}");
    }

    @Test
    void isTheSameFromTextFromValuesAndFromTheDatabase() {
        Json parsed = Json.parse("{\"a\":[1.5,true,null,\"x\"]}");

        assertThat(Json.of(Map.of("a", Arrays.asList(1.5, true, null, "x")))).isEqualTo(parsed);
        assertThat(Json.stored("{\"a\": [1.50, true, null, \"x\"]}")).isEqualTo(parsed);
        assertThat(Json.of(parsed.tree())).isEqualTo(parsed);
        assertThat(Json.of(Map.of("nested", parsed)).text()).isEqualTo("{\"nested\":{\"a\":[1.5,true,null,\"x\"]}}");
    }

    @Test
    void keepsTheLastOfSeveralMembersOfOneName() {
        assertThat(Json.parse("{\"a\":1,\"a\":2}").text()).isEqualTo("{\"a\":2}");
    }

    @Test
    void sortsMembersByCodePoint() {
        assertThat(Json.parse("{\"\\uFF5E\":1,\"\\uD83D\\uDE00\":2,\"b\":3,\"a\":4,\"\":5,\"aa\":6}")
                        .text())
                .isEqualTo("{\"\":5,\"a\":4,\"aa\":6,\"b\":3,\"\uFF5E\":1,\"\uD83D\uDE00\":2}");
    }

    @Test
    void writesNumbersPlainly() {
        assertThat(Json.parse("[-0, -0.0, 0e5, 1e-7, 1.20E3, 123456789012345678901234567890.10]")
                        .text())
                .isEqualTo("[0,0,0,0.0000001,1200,123456789012345678901234567890.1]");
        assertThat(Json.of(List.of((byte) 1, (short) 2, 3, 4L, 0.1f, 0.1d, Double.MIN_VALUE))
                        .text())
                .startsWith("[1,2,3,4,0.1,0.1,0.000")
                .endsWith("49]");
    }

    @Test
    void keepsTheExactValueOfANumber() {
        assertThat(Json.parse("0.10000000000000000000000000000001").tree())
                .isEqualTo(new BigDecimal("0.10000000000000000000000000000001"));
    }

    @Test
    void givesValuesThatCannotBeChanged() {
        assertThat(Json.parse("{\"a\":[]}").tree()).asInstanceOf(MAP).isUnmodifiable();
        assertThat(Json.parse("[{}]").tree()).asInstanceOf(LIST).isUnmodifiable();
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String text :
                List.of("", " ", "{", "[1,]", "{\"a\"}", "nul", "1 2", "'a'", "NaN", "01", "[1]]", "\"\t\"")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Json.parse(text));
        }
    }

    @Test
    void refusesWhatTheDatabasesCannotBothKeep() {
        for (String text : List.of(
                "1e400000",
                "1e-400000",
                "1e99999999999",
                "0e400000",
                "\"a\\u0000\"",
                "{\"\\u0000\":1}",
                "\"\\ud83d\"",
                "\"\\ude00\\ud83d\"",
                "{\"\\ud83d\":1}",
                "[".repeat(201) + "]".repeat(201))) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Json.parse(text));
        }
        for (Object value : List.of(
                Double.NaN, Float.POSITIVE_INFINITY, "\0", "\uD83D", new BigDecimal("1e1001"), Map.of(1, 2), 'c')) {
            assertThatIllegalArgumentException().as("%s", value).isThrownBy(() -> Json.of(value));
        }
    }

    @Test
    void takesUpToTwoHundredLevelsAndAThousandDigits() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200)).text()).hasSize(400);
        assertThat(Json.parse("1e999").text()).hasSize(1_000);
        assertThat(Json.parse("1e-1000").text()).hasSize(1_002);
    }

    @Test
    void refusesAValueThatContainsItself() {
        Object[] elements = new Object[1];
        List<Object> circle = Arrays.asList(elements);
        elements[0] = circle;

        assertThatIllegalArgumentException().isThrownBy(() -> Json.of(circle));
    }

    @Test
    void repeatsNothingOfTheTextInAComplaint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("{\"password\":secret}"))
                .withMessageContaining("line 1, column 13")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void isNotLookedAtBeforeItIsCompared() {
        Json broken = Json.stored("{");

        assertThatIllegalArgumentException().isThrownBy(broken::text);
    }

    @Test
    void travelsAsJsonInsideOfARecord(@TempDir Path folder) throws IOException {
        String details = "{\"a\":[1.5,true,null,\"x\",{}],\"b\":12345678901234567890}";
        String wire = "{\"name\":\"n\",\"details\":" + details + "}";
        try (ApplicationContext context =
                ApplicationContext.run(Map.of("onerow.database.url", "jdbc:sqlite:" + folder.resolve("test.db")))) {
            ObjectMapper mapper = context.getBean(ObjectMapper.class);

            Envelope read = mapper.readValue(wire, Envelope.class);

            assertThat(read.details()).isEqualTo(Json.parse(details));
            assertThat(read.more()).isNull();
            assertThat(mapper.writeValueAsString(read)).isEqualTo(wire);
            assertThatThrownBy(() -> mapper.readValue("{\"name\":\"n\",\"details\":\"\\u0000\"}", Envelope.class))
                    .isInstanceOf(SerdeException.class)
                    .hasMessageContaining("U+0000");
        }
    }

    @Serdeable
    record Envelope(String name, Json details, @Nullable Json more) {}
}
