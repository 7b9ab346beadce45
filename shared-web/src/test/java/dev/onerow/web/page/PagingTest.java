package dev.onerow.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.request.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final String LIST = "/v1/things?{}";

    @Test
    @Tag("laws")
    void aCursorGivesBackWhatItWasMadeOf() {
        qt().forAll(
                        strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 40),
                        longs().all(),
                        doubles().any().assuming(Double::isFinite),
                        longs().between(-62135596800000000L, 253402300799999999L))
                .checkAssert((text, number, decimal, micros) -> {
                    String storable =
                            new String(text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                    Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);

                    Position position = Cursor.decode(
                                    LIST,
                                    Cursor.encode(LIST, Arrays.asList(storable, number, decimal, instant, null, true)))
                            .orElseThrow();

                    assertThat(position.text(0)).isEqualTo(storable);
                    assertThat(position.number(1)).isEqualTo(number);
                    assertThat(position.decimal(2) + 0.0).isEqualTo(decimal + 0.0);
                    assertThat(position.instant(3)).isEqualTo(instant);
                    assertThat(position.isNull(4)).isTrue();
                    assertThat(position.bool(5)).isTrue();
                });
    }

    @Test
    @Tag("laws")
    void aCursorChangedAnywhereIsFoundOut() {
        String cursor = Cursor.encode(LIST, List.of("ABC", 7L));
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+ ";

        qt().forAll(integers().between(0, cursor.length() - 1), integers().between(0, alphabet.length() - 1))
                .assuming((place, letter) -> cursor.charAt(place) != alphabet.charAt(letter))
                .checkAssert((place, letter) -> {
                    String changed = cursor.substring(0, place) + alphabet.charAt(letter) + cursor.substring(place + 1);

                    assertThat(Cursor.decode(LIST, changed)).isEmpty();
                    assertThat(Cursor.decode(LIST, cursor.substring(0, place))).isEmpty();
                });
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = Cursor.encode("/v1/things?{\"host\":[\"a\"]}", List.of("A"));

        assertThat(Cursor.decode("/v1/things?{\"host\":[\"b\"]}", cursor)).isEmpty();
        assertThat(Cursor.decode("/v1/others?{\"host\":[\"a\"]}", cursor)).isEmpty();
    }

    @Test
    void goesThroughAllRowsOnceWhateverTheLimit() {
        List<Integer> rows = IntStream.range(0, 23).boxed().toList();

        for (int limit : List.of(1, 7, 22, 23, 24)) {
            List<Integer> seen = new ArrayList<>();
            String next = "";
            while (next != null) {
                Paging paging = paging("?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
                int from = paging.after()
                        .map(position -> (int) position.number(0) + 1)
                        .orElse(0);
                Page<Integer> page = paging.page(
                        rows.subList(from, Math.min(rows.size(), from + paging.fetch())),
                        row -> row,
                        row -> List.of(row));
                seen.addAll(page.items());
                next = page.next();
            }

            assertThat(seen).isEqualTo(rows);
        }
    }

    @Test
    void endsAPageEarlyWhereAskedToAndGoesOnBehindIt() {
        Paging paging = paging("?limit=3");

        Page<Integer> page = paging.atMost(2).page(List.of(1, 2, 3), row -> row, row -> List.of(row));

        assertThat(page.items()).containsExactly(1, 2);
        Paging next = paging("?limit=3&cursor=" + page.next());
        assertThat(next.after().orElseThrow().number(0)).isEqualTo(2);
        assertThat(next.atMost(9).limit()).isEqualTo(3);
        assertThat(next.atMost(0).limit()).isEqualTo(1);
        assertThat(next.atMost(1)
                        .page(List.of(3), row -> row, row -> List.of(row))
                        .next())
                .isNull();
    }

    @Test
    void bindsACursorToTheFiltersButNotToTheLimit() {
        String next = Objects.requireNonNull(paging("?city=Oslo&limit=1")
                .page(List.of(1, 2), row -> row, row -> List.of(row))
                .next());

        assertThat(paging("?limit=9&city=Oslo&cursor=" + next).after()).isPresent();
        assertThat(refusal("?city=Bergen&cursor=" + next).errors().get(0).code())
                .isEqualTo("invalid-cursor");
        assertThat(refusal("?cursor=" + next).type()).isEqualTo("/problems/invalid-parameter");
    }

    @Test
    void aPageOfLargeRowsEndsEarlyAndTheNextGoesOnThere() {
        Page<Integer> first = pageOfMebibytes("500", List.of(1, 2, 1, 1, 1));
        Page<Integer> oneThatIsTooLarge = pageOfMebibytes("500", List.of(9, 1, 1));
        Page<Integer> few = pageOfMebibytes("2", List.of(1, 1, 1));
        Page<Integer> last = pageOfMebibytes("500", List.of(1, 2, 1));

        assertThat(first.items()).containsExactly(0, 1, 2);
        assertThat(first.next()).isNotNull();
        assertThat(oneThatIsTooLarge.items()).containsExactly(0);
        assertThat(oneThatIsTooLarge.next()).isNotNull();
        assertThat(few.items()).containsExactly(0, 1);
        assertThat(last.items()).containsExactly(0, 1, 2);
        assertThat(last.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "x", "", "1.5", "99999999999"})
    void refusesOtherLimits(String limit) {
        Problem problem = refusal("?limit=" + limit);

        assertThat(problem.type()).isEqualTo("/problems/invalid-parameter");
        assertThat(problem.errors().get(0).parameter()).isEqualTo("limit");
    }

    @Test
    void hasFiftyRowsUnlessToldOtherwise() {
        assertThat(paging("").limit()).isEqualTo(50);
        assertThat(paging("?limit=500").fetch()).isEqualTo(501);
    }

    private static Problem refusal(String query) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> paging(query)))
                .problem();
    }

    private static Paging paging(String query) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (String parameter :
                query.isEmpty() ? new String[0] : query.substring(1).split("&", -1)) {
            String[] nameAndValue = parameter.split("=", 2);
            sent.put(nameAndValue[0], List.of(nameAndValue[1]));
        }
        Query parameters = Query.of("/v1/things", sent);
        return parameters.read(in -> {
            in.text("city");
            return Paging.of(parameters, in);
        });
    }

    private static Page<Integer> pageOfMebibytes(String limit, List<Integer> mebibytes) {
        Query query = Query.of("/v1/things", Map.of("limit", List.of(limit)));
        return query.read(in -> Paging.of(query, in))
                .page(
                        most -> mebibytes.stream()
                                .limit(most)
                                .map(each -> (long) each << 20)
                                .toList(),
                        most -> IntStream.range(0, Math.min(mebibytes.size(), most))
                                .boxed()
                                .toList(),
                        row -> row,
                        row -> List.of(row));
    }
}
