package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.bigDecimals;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** The laws of {@link Json}, over values of all kinds. */
@Tag("laws")
@OnBothDatabases(migrated = false)
class JsonLawsTest {
    private final TestDatabase database;

    JsonLawsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void textAndValuesLeadToEachOther() {
        qt().forAll(values(3)).checkAssert(value -> {
            Json json = Json.of(value);

            assertThat(Json.parse(json.text())).isEqualTo(json);
            assertThat(Json.of(json.tree())).isEqualTo(json);
            assertThat(Json.parse(json.text()).text()).isEqualTo(json.text());
        });
    }

    @Test
    void theOrderOfMembersDoesNotCount() {
        qt().forAll(members(2)).checkAssert(members -> {
            List<String> names = new ArrayList<>(members.keySet());
            Collections.reverse(names);
            Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
            names.forEach(name -> reversed.put(name, members.get(name)));

            assertThat(Json.of(reversed)).isEqualTo(Json.of(members));
        });
    }

    @Test
    void theDatabaseGivesBackWhatItWasGiven() {
        String roundTrip = switch (database.kind()) {
            case SQLITE -> "SELECT json(?)";
            case POSTGRESQL -> "SELECT (?::jsonb)::text";
        };
        qt().withExamples(200).forAll(values(3)).checkAssert(value -> {
            Json json = Json.of(value);

            String kept = String.valueOf(database.value(roundTrip, json.text()));

            assertThat(Json.stored(kept)).isEqualTo(json);
        });
    }

    private static Gen<@Nullable Object> values(int levels) {
        Gen<@Nullable Object> simple = Generate.oneOf(
                Generate.constant((Object) null),
                Generate.booleans().map(truth -> truth),
                texts().map(text -> text),
                bigDecimals().ofBytes(12).withScale(6).map(number -> number),
                Generate.longRange(Long.MIN_VALUE, Long.MAX_VALUE).map(number -> number));
        if (levels == 0) {
            return simple;
        }
        return Generate.oneOf(
                simple,
                lists().of(values(levels - 1)).ofSizeBetween(0, 4).map(elements -> elements),
                members(levels - 1).map(members -> members));
    }

    private static Gen<Map<String, @Nullable Object>> members(int levels) {
        return lists().of(texts())
                .ofSizeBetween(0, 4)
                .zip(lists().of(values(levels)).ofSize(4), (names, values) -> {
                    Map<String, @Nullable Object> members = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        members.put(names.get(i), values.get(i));
                    }
                    return members;
                });
    }

    /** Any text but U+0000 and half surrogate pairs. */
    private static Gen<String> texts() {
        return strings()
                .allPossible()
                .ofLengthBetween(0, 6)
                .map(text -> new String(
                        text.codePoints()
                                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                                .toArray(),
                        0,
                        (int) text.codePoints()
                                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                                .count()));
    }
}
