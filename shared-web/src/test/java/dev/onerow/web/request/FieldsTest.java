package dev.onerow.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import io.micronaut.http.HttpStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @Test
    void tellsOmittedFromNullFromEmpty() {
        Object states = read(
                "{\"b\":null,\"c\":\"\"}",
                in -> in.text("a").isOmitted() + " " + in.text("a").isNull() + " "
                        + in.text("b").isOmitted() + " " + in.text("b").isNull() + " "
                        + in.text("c").isOmitted() + " " + in.text("c").isNull() + " "
                        + in.text("c").required().isEmpty());

        assertThat(states).isEqualTo("true false false true false false true");
    }

    @Test
    void keepsTheFirstFaultOfAMember() {
        List<Boolean> isFaulty = new ArrayList<>();

        Problem problem = refusal("{\"a\":\"x\",\"b\":1}", in -> {
            isFaulty.add(in.isFaulty());
            in.integer("a").required();
            isFaulty.add(in.isFaulty());
            in.integer("b").required();
            in.fault("a", "missing", "It is required.");
            in.fault("b", "odd", "It is odd.");
            return "";
        });

        assertThat(isFaulty).containsExactly(false, true);
        assertThat(problem.errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/a", "wrong-type"), tuple("/b", "odd"));
    }

    @Test
    void givesDefaultsForOmittedAndNull() {
        assertThat(read(
                        "{\"b\":null}",
                        in -> in.integer("a").orElse(3) + in.integer("b").orElse(4)))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1",
                "1.0 | 1",
                "1e2 | 100",
                "-0 | 0",
                "-0.0 | 0",
                "2147483647 | 2147483647",
                "2147483648 | out-of-range",
                "1.5 | wrong-type",
                "1e400 | out-of-range",
                "\"1\" | wrong-type",
                "true | wrong-type",
                "[] | wrong-type"
            })
    void readsIntegersWhateverTheirSpelling(String json, String expected) {
        assertThat(outcome("{\"n\":" + json + "}", in -> in.integer("n").required()))
                .isEqualTo(expected);
    }

    @Test
    void keepsNumbersExact() {
        assertThat(read(
                        "{\"n\":0.10000000000000000000001}",
                        in -> in.decimal("n").required()))
                .isEqualTo(new BigDecimal("0.10000000000000000000001"));
        assertThat(read("{\"n\":9007199254740993}", in -> in.longInteger("n").required()))
                .isEqualTo(9007199254740993L);
    }

    @Test
    void refusesNumbersThatNoDoubleHolds() {
        assertThat(outcome("{\"n\":1e309}", in -> in.number("n").required())).isEqualTo("out-of-range");
        assertThat(outcome("{\"n\":-1e400}", in -> in.number("n").required())).isEqualTo("out-of-range");
        assertThat(outcome("{\"n\":1e-400}", in -> in.number("n").required())).isEqualTo("0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20T10:30:00+02:00         | 2026-11-20T08:30:00Z",
                "2026-11-20T08:30:00z              | 2026-11-20T08:30:00Z",
                "2026-11-20T08:30:00.1234567Z      | 2026-11-20T08:30:00.123456Z",
                "2026-11-20T08:30:00.123456789123Z | 2026-11-20T08:30:00.123456Z",
                "1969-12-31T23:59:59.9999999Z      | 1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z              | 0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00         | out-of-range",
                "9999-12-31T23:59:59-01:00         | out-of-range",
                "2026-11-20T08:30:00               | wrong-type",
                "2026-11-20                        | wrong-type",
                "2026-02-30T08:30:00Z              | wrong-type",
                "yesterday                         | wrong-type",
            })
    void readsInstantsWithAnyOffsetAndCutsThemToMicroseconds(String text, String expected) {
        assertThat(outcome("{\"at\":\"" + text + "\"}", in -> in.instant("at").required()))
                .isEqualTo(expected);
    }

    @Test
    void readsDatesAndNothingElseAsDates() {
        assertThat(read("{\"d\":\"2026-02-28\"}", in -> in.date("d").required()))
                .isEqualTo(LocalDate.of(2026, 2, 28));
        for (String text : List.of("2026-02-29", "2026-2-1", "20260228", "+12026-01-01", "0000-01-01")) {
            assertThat(outcome("{\"d\":\"" + text + "\"}", in -> in.date("d").required()))
                    .isIn("wrong-type", "out-of-range");
        }
    }

    @Test
    void refusesUnknownMembersBeforeInvalidOnes() {
        Problem problem = refusal("{\"a\":1,\"x\":{},\"p\":{\"y\":1}}", in -> {
            in.part("p", part -> part.text("name").required());
            return in.text("a").required();
        });

        assertThat(problem.type()).isEqualTo("/problems/malformed-request");
        assertThat(problem.errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(tuple("/x", "unknown-member"), tuple("/p/y", "unknown-member"));
    }

    @Test
    void escapesPointers() {
        Problem problem = refusal("{\"a/b~c\":1}", in -> in.text("a/b~c").required());

        assertThat(problem.errors().get(0).pointer()).isEqualTo("/a~1b~0c");
    }

    @Test
    void dropsMembersThatOnlyTheServiceSets() {
        assertThat(read(
                        "{\"id\":{\"any\":1},\"a\":\"x\"}",
                        in -> in.ignore("id", "created_at").text("a").required()))
                .isEqualTo("x");
    }

    @Test
    void readsCamelCaseWhereItIsAllowed() {
        assertThat(read(
                        "{\"creditLimit\":\"5\"}",
                        in -> in.camelCaseToo().text("credit_limit").required()))
                .isEqualTo("5");
        Problem both = refusal(
                "{\"creditLimit\":\"5\",\"credit_limit\":\"6\"}",
                in -> in.camelCaseToo().text("credit_limit").required());
        assertThat(both.errors().get(0).code()).isEqualTo("duplicate-member");
        Problem faulty = refusal(
                "{\"creditLimit\":5}",
                in -> in.camelCaseToo().text("credit_limit").required());
        assertThat(faulty.errors().get(0).pointer()).isEqualTo("/creditLimit");
    }

    @Test
    void readsAliases() {
        assertThat(read(
                        "{\"payee\":\"Kiosk\"}",
                        in -> in.alias("merchant", "payee").text("merchant").required()))
                .isEqualTo("Kiosk");
    }

    @Test
    void makesOtherValuesOfText() {
        assertThat(read(
                        "{\"c\":\"EUR\"}",
                        in -> in.text("c")
                                .map(Currency::getInstance, "unknown-currency", "A currency of ISO 4217.")
                                .required()))
                .isEqualTo(Currency.getInstance("EUR"));
        assertThat(outcome(
                        "{\"c\":\"EURO\"}",
                        in -> in.text("c")
                                .map(Currency::getInstance, "unknown-currency", "A currency of ISO 4217.")
                                .required()))
                .isEqualTo("unknown-currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refusesBlankText(String text) {
        assertThat(outcome(
                        "{\"a\":\"" + text.replace("\t", "\\t") + "\"}",
                        in -> in.text("a").notBlank().required()))
                .isEqualTo("blank");
    }

    @Test
    void countsCodePointsAndNotUnits() {
        String fourFlowers = "\ud83c\udf3c".repeat(4);

        assertThat(outcome(
                        "{\"a\":\"" + fourFlowers + "\"}",
                        in -> in.text("a").atMost(4).required()))
                .isEqualTo(fourFlowers);
        assertThat(outcome(
                        "{\"a\":\"" + fourFlowers + "\"}",
                        in -> in.text("a").atMost(3).required()))
                .isEqualTo("too-long");
    }

    @Test
    void notesOneFaultOfAFieldOnly() {
        Problem problem = refusal(
                "{\"a\":\"\"}",
                in -> in.text("a").notBlank().oneOf("x", "y").sameAsPath("z").required());

        assertThat(problem.errors()).hasSize(1);
    }

    @Test
    void readsOnBehindFaultsSoThatAllAreTold() {
        Problem problem = refusal(
                "{\"a\":1,\"b\":true}",
                in -> Map.entry(
                        in.text("a").required().charAt(0),
                        in.text("c")
                                        .map(Currency::getInstance, "x", "x")
                                        .required()
                                        .getCurrencyCode()
                                + in.text("b").required()));

        assertThat(problem.errors()).extracting(FieldError::pointer).contains("/a");
    }

    @Test
    void throwsWhatIsNotTheClientsFault() {
        assertThatThrownBy(() -> read("{}", in -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesProblemsOfTheReaderOnUnlessTheBodyIsFaulty() {
        Function<Fields, String> reader = in -> {
            in.text("a").required();
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "own", "Own").asException();
        };

        assertThat(refusal("{\"a\":\"x\"}", reader).type()).isEqualTo("/problems/own");
        assertThat(refusal("{}", reader).type()).isEqualTo("/problems/invalid-body");
    }

    @Test
    void readsAQueryWithTheSameWords() {
        assertThat(query(
                        Map.of("days", List.of("7"), "exact", List.of("true")),
                        in -> in.integer("days").required() + " "
                                + in.bool("exact").required()))
                .isEqualTo("7 true");
        assertThat(query(
                        Map.of("at", List.of("2026-11-20T10:30:00 02:00")),
                        in -> in.instant("at").required()))
                .isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
        assertThat(query(Map.of("tag", List.of("a", "b")), in -> in.texts("tag").required()))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void namesTheParametersOfAQueryThatAreWrong() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("days", List.of("x"));
        parameters.put("limit", List.of("1", "2"));
        parameters.put("exact", List.of("yes"));
        parameters.put("host", List.of("a\0"));

        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> query(
                        parameters,
                        in -> in.integer("days").orElse(1)
                                + in.integer("limit").orElse(1)
                                + in.text("host").orElse("").length()
                                + (in.bool("exact").orElse(false) ? 1 : 0)));

        assertThat(refusal.problem().type()).isEqualTo("/problems/invalid-parameter");
        assertThat(refusal.problem().errors())
                .extracting(error -> error.parameter() + " " + error.code())
                .containsExactly("days wrong-type", "limit repeated", "host invalid-text", "exact wrong-type");
    }

    @Test
    void takesNoBodyForAnEmptyObjectWhereNothingIsRequired() {
        JsonBody none = JsonBody.of(new byte[0]);
        JsonBody some = JsonBody.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(JsonBody.orEmptyObject(null).value()).isEqualTo(Map.of());
        assertThat(JsonBody.orEmptyObject(none).value()).isEqualTo(Map.of());
        assertThat(JsonBody.orEmptyObject(some)).isSameAs(some);
    }

    private static Object query(Map<String, List<String>> parameters, Function<Fields, ?> reader) {
        return Query.of("/v1/things", parameters).read(reader);
    }

    private static Object read(String json, Function<Fields, ?> reader) {
        return JsonBody.of(json.getBytes(StandardCharsets.UTF_8)).read(reader);
    }

    private static Problem refusal(String json, Function<Fields, ?> reader) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> read(json, reader)))
                .problem();
    }

    /** The value as text, or the code of the only fault. */
    private static String outcome(String json, Function<Fields, ?> reader) {
        try {
            return String.valueOf(read(json, reader));
        } catch (ProblemException refusal) {
            assertThat(refusal.problem().errors()).hasSize(1);
            return refusal.problem().errors().get(0).code();
        }
    }
}
