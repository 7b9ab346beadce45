package dev.onerow.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final RuleCode CODE = new RuleCode("LIST_GUESTS");

    @ParameterizedTest
    @ValueSource(strings = {"A", "a", "0", "LIST_ORGS", "list.orgs-2", "9_-."})
    void aRuleCodeKeepsItsCase(String code) {
        assertThat(new RuleCode(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_A", "-A", ".A", "A B", "A/B", "Ä", "A\n", "A;B"})
    void anythingElseIsNoRuleCode(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleCode(code));
    }

    @Test
    void aRuleCodeHasAtMost128Characters() {
        assertThat(RuleCode.isLegal("A".repeat(128))).isTrue();
        assertThat(RuleCode.isLegal("A".repeat(129))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "list_orgs", "v_2026", "pgx", "sqlitex", "rule"})
    void aViewNameIsPlain(String name) {
        assertThat(ViewName.isLegal(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "2a",
                "a-b",
                "a b",
                "\"a\"",
                "größe",
                "pg_x",
                "sqlite_x",
                "rules",
                "accounts",
                "defaults"
            })
    void aViewNameIsNothingElseAndNotReserved(String name) {
        assertThat(ViewName.isLegal(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Guest list           | guest_list
                    '  Guest  List  '    | guest__list
                    LIST_GUESTS          | list_guests
                    2026 guests          | v_2026_guests
                    Größe (cm)           | gr__e__cm_
                    İstanbul             | i_stanbul
                    a\uD83D\uDE00b       | a_b
                    ???                  | list_guests
                    名前                  | list_guests
                    ''                   | list_guests
                    """)
    void aViewIsNamedAfterItsRule(String name, String derived) {
        assertThat(DerivedName.of(name, CODE)).isEqualTo(derived);
    }

    @Test
    void theCodeHelpsOutInTheSameForm() {
        assertThat(DerivedName.of("???", new RuleCode("2.LIST-x"))).isEqualTo("v_2_list_x");
    }

    /** Defect 10 of the prior art. */
    @Test
    void longNamesCutByPostgresqlToTheSame63BytesAreHashed() {
        var one = DerivedName.of("a".repeat(63) + "1", CODE);
        var other = DerivedName.of("a".repeat(63) + "2", CODE);

        assertThat(one).hasSize(63).startsWith("a".repeat(54) + "_").isNotEqualTo(other);
        assertThat(one).endsWith("_" + Sha256.hex("a".repeat(63) + "1").substring(0, 8));
        assertThat(DerivedName.of("a".repeat(63), CODE)).isEqualTo("a".repeat(63));
    }

    @Test
    @Tag("laws")
    void everyNameGivesALegalOrReservedOne() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 90)).checkAssert(name -> {
            var derived = DerivedName.of(name, CODE);
            assertThat(derived).matches("[a-z_][a-z0-9_]{0,62}");
            assertThat(derived).isEqualTo(DerivedName.of(name, CODE));
        });
    }
}
