package dev.onerow.web.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.web.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                 | none | none | true",
                "none                 | none | 3    | true",
                "\"3\"                | none | 3    | true",
                "\"3\"                | none | 4    | false",
                "\"3\"                | none | none | false",
                "W/\"3-25000-true\"   | none | 3    | true",
                "W/\"3--25000\"       | none | 3    | true",
                "\"1\", \"2\",W/\"3\" | none | 3    | true",
                "\"x\"                | none | 3    | false",
                "\"03x\"              | none | 3    | false",
                "*                    | none | 3    | true",
                "*                    | none | none | false",
                "none                 | *    | none | true",
                "none                 | *    | 1    | false",
                "none                 | \"3\"| 3    | false",
                "none                 | \"3\"| 4    | true",
                "none                 | \"3\"| none | true",
            })
    void permitAWriteAsTheRequestAsks(
            @Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable Long stored, boolean permitted) {
        Conditions conditions = Conditions.of(request(ifMatch, ifNoneMatch));

        assertThat(conditions.permit(stored)).isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "'3'", "\"3\" \"4\"", "w/\"3\"", ",", "\"3\",x", "**", "\"a b\""})
    void refuseWhatIsNoListOfEntityTags(String header) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> Conditions.of(request(header, null)));

        assertThat(refusal.problem().status().getCode()).isEqualTo(400);
    }

    @Test
    void tellAFailedOneAs412() {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> Conditions.of(request("\"3\"", null)).require(4L));

        assertThat(refusal.problem().status().getCode()).isEqualTo(412);
        assertThat(refusal.problem().type()).isEqualTo("/problems/precondition-failed");
    }

    @Test
    void tellWhetherTheyNameAVersion() {
        assertThat(Conditions.of(request("\"1\",\"2\"", null)).namesVersion()).isTrue();
        assertThat(Conditions.of(request("*", null)).namesVersion()).isFalse();
        assertThat(Conditions.NONE.namesVersion()).isFalse();
    }

    @Test
    void knowWhatTheClientHasAlready() {
        assertThat(Conditions.of(request(null, "\"1-5\"")).alreadyHas(ETag.weak(1, 5)))
                .isTrue();
        assertThat(Conditions.of(request(null, "W/\"1-5\"")).alreadyHas(ETag.weak(1, 6)))
                .isFalse();
        assertThat(Conditions.of(request(null, "\"0\", \"1\"")).alreadyHas(ETag.of(1)))
                .isTrue();
        assertThat(Conditions.of(request(null, "*")).alreadyHas(ETag.of(1))).isTrue();
        assertThat(Conditions.NONE.alreadyHas(ETag.of(1))).isFalse();
    }

    @Test
    void writeTagsAsHeaders() {
        assertThat(ETag.of(12).header()).isEqualTo("\"12\"");
        assertThat(ETag.weak(1, 25000).header()).isEqualTo("W/\"1-25000\"");
        assertThat(ETag.weak(1, -25000, true, "a\"b c").header()).isEqualTo("W/\"1--25000-true-a_b_c\"");
        assertThat(ETag.weak(1, -25000).version()).isEqualTo(OptionalLong.of(1));
    }

    private static HttpRequest<?> request(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        MutableHttpRequest<?> request = HttpRequest.GET("/");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (ifNoneMatch != null) {
            request.header("If-None-Match", ifNoneMatch);
        }
        return request;
    }
}
