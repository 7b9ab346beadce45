package dev.onerow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A rule with a typo in a name would pass for years. */
class NothingToCheckTest {
    private static final String PLANTED = "dev.onerow.rules.planted";
    private static final OnerowRules NOWHERE =
            OnerowRules.in("com.example.nowhere").migrationsIn("planted/nowhere");
    private static final OnerowRules WITHOUT_ROWS = OnerowRules.in(PLANTED + ".billing.domain")
            .kernelIn(PLANTED + ".kernel")
            .migrationsIn("planted/migration")
            .withTests();

    @ParameterizedTest
    @EnumSource(Rule.class)
    void noRulePassesOnAPackageThatIsNotThere(Rule rule) {
        assertThatThrownBy(() -> NOWHERE.check(rule))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Rule " + rule.number())
                .hasMessageContaining("Nothing to check");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ONLY_THE_KERNEL_WRITES_KEYED_TABLES",
                "REPOSITORIES_OF_KEYED_ROWS_ONLY_READ",
                "KEYED_TABLES_ARE_DECLARED_ONCE"
            })
    void noRuleOfKeyedTablesPassesWithoutOne(Rule rule) {
        assertThat(WITHOUT_ROWS.violations(rule))
                .extracting(Violation::problem)
                .containsExactly("Nothing to check: no keyed table is known");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ONLY_THE_KERNEL_WRITES_KEYED_TABLES",
                "NOTHING_REPLACES_TRUNCATES_OR_CASCADES",
                "BOTH_DATABASES_HAVE_ONE_SCHEMA"
            })
    void noRuleOfMigrationsPassesWithoutOne(Rule rule) {
        OnerowRules rules = OnerowRules.in(PLANTED + ".stations.domain")
                .kernelIn(PLANTED + ".kernel")
                .keyed("station")
                .migrationsIn("planted/nowhere")
                .withTests();

        assertThat(rules.violations(rule))
                .extracting(Violation::problem)
                .containsExactly("Nothing to check: no .sql file below planted/nowhere is there");
    }

    @Test
    void theKernelHasToBeThere() {
        OnerowRules rules = OnerowRules.in(PLANTED + ".billing")
                .kernelIn("com.example.nowhere")
                .keyed("station")
                .withoutMigrations()
                .withTests();

        assertThat(rules.violations(Rule.ONLY_THE_KERNEL_WRITES_KEYED_TABLES))
                .extracting(Violation::problem)
                .containsExactly(
                        "Nothing to check: no class file of the kernel's package com.example.nowhere is there");
    }

    @Test
    void contextsHaveToBeThere() {
        OnerowRules none =
                OnerowRules.in(PLANTED + ".alpha").withoutMigrations().withTests();
        OnerowRules misspelt =
                OnerowRules.in(PLANTED).contexts("station").withoutMigrations().withTests();

        assertThat(none.violations(Rule.CONTEXTS_MEET_ONLY_THROUGH_API))
                .extracting(Violation::problem)
                .containsExactly("Nothing to check: no context is known below " + PLANTED + ".alpha");
        assertThat(misspelt.violations(Rule.CONTEXTS_MEET_ONLY_THROUGH_API))
                .extracting(Violation::problem)
                .containsExactly("Nothing to check: the context station has no class file");
    }

    @Test
    void contextsAreFoundByTheirLayersUnlessNamed() {
        OnerowRules rules =
                OnerowRules.in(PLANTED).kernelIn(PLANTED + ".kernel").withTests();

        assertThat(rules.violations(Rule.CONTEXTS_MEET_ONLY_THROUGH_API))
                .extracting(Violation::subject)
                .contains(PLANTED + ".billing.KnowsAForeignDomain", PLANTED + ".stations.web.WebKnowsPersistence");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BOTH_DATABASES_HAVE_ONE_SCHEMA")
    void neitherTestsNorThisLibraryCountAsCode(Rule rule) {
        OnerowRules rules = OnerowRules.in("dev.onerow.rules").withoutMigrations();

        assertThat(rules.violations(rule))
                .extracting(Violation::problem)
                .containsExactly("Nothing to check: no class file of the package dev.onerow.rules is there");
    }

    @Test
    void anAllowanceNeedsAMethodAndAReason() {
        OnerowRules rules = OnerowRules.in(PLANTED);

        assertThatIllegalArgumentException().isThrownBy(() -> rules.allowing("com.example.Counters", "rebuilds"));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.allowing("com.example.Counters#rebuild", " "));
    }
}
