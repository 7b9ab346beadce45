package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.OnConflict;
import dev.onerow.persistence.WrongDeclaration;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Declarations that contradict themselves. The rows are not annotated, or every test would start with them. */
class DeclarationsTest {

    @MappedEntity
    record Adding(
            @Id String name,
            @OnConflict(MergeRule.ADD) @Nullable Long amount,
            @Version long version) {}

    @MappedEntity
    record AddingShort(
            @Id String name,
            @OnConflict(MergeRule.ADD) int amount,
            @Version long version) {}

    @MappedEntity
    record Ordering(
            @Id String name,
            @OnConflict(MergeRule.LEAST) Json details,
            @Version long version) {}

    @MappedEntity
    record Unversioned(@Id String name, String word) {}

    @MappedEntity
    record Generated(
            @Id @GeneratedValue @Nullable Long id,
            String name,
            @Version long version) {}

    @MappedEntity
    record Guarded(
            @Id String name,
            long revision,
            @OnConflict(MergeRule.COALESCE) String word,
            @Version long version) {}

    @MappedEntity
    record NullableKey(@Id @Nullable String name, @Version long version) {}

    @MappedEntity
    record RuledKey(
            @Id @OnConflict(MergeRule.ADD) String name,
            @Version long version) {}

    @MappedEntity
    record Millis(@Id String name, Instant moment, @Version long version) {}

    @Test
    void refusesARowThatDoesNotDeclareItsTable() {
        assertThatThrownBy(() -> Declarations.read(new RuntimePersistentEntity<>(Unversioned.class)))
                .isInstanceOf(WrongDeclaration.class)
                .hasMessageContaining("@KeyedTable(conflictsOn");
    }

    @Test
    void refusesARuleThatDoesNotFitTheType() {
        refuses(Adding.class, List.of("name"), List.of(), "Adding.amount is ADD: only a long that is never null");
        refuses(AddingShort.class, List.of("name"), List.of(), "AddingShort.amount is ADD: only a long");
        refuses(Ordering.class, List.of("name"), List.of(), "Ordering.details is LEAST");
    }

    @Test
    void refusesARewrittenRowWithoutVersion() {
        refuses(Unversioned.class, List.of("name"), List.of(), "needs a @Version long version");
    }

    @Test
    void refusesAKeyThatNoSecondWriteCanName() {
        refuses(Generated.class, List.of("id"), List.of(), "conflict on the business key");
        refuses(NullableKey.class, List.of("name"), List.of(), "NULL never compares");
        refuses(RuledKey.class, List.of("name"), List.of(), "take @OnConflict away");
        refuses(Generated.class, List.of("title"), List.of(), "names the member title in conflictsOn");
        refuses(Generated.class, List.of(), List.of(), "names no key");
        refuses(Generated.class, List.of("name", "name"), List.of(), "names a member twice");
    }

    @Test
    void refusesAStaleGuardBesideRulesThatShowTheOrderOfArrival() {
        refuses(Guarded.class, List.of("name"), List.of("revision"), "only REPLACE and KEEP");
    }

    @Test
    void refusesAnInstantThatSqliteWouldReadDifferently() {
        refuses(Millis.class, List.of("name"), List.of(), "Millis.moment needs @Micros");
    }

    private static <T> void refuses(Class<T> row, List<String> key, List<String> newerBy, String problem) {
        assertThatThrownBy(() -> Declarations.read(new RuntimePersistentEntity<>(row), key, newerBy))
                .isInstanceOf(WrongDeclaration.class)
                .hasMessageContaining(problem);
    }
}
