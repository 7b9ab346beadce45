package dev.onerow.ledger.domain.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.FieldProblem;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.category.Rulebook.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategorisingByRulesTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final Subject COFFEE = subject(-320, "Kiosk am Markt", "two COFFEES");

    @ParameterizedTest
    @CsvSource({
        "KIOSK, , true",
        "kiosk, contains, true",
        "market, contains, false",
        "kiosk AM markt, equals, true",
        "kiosk, equals, false",
        "Kiosk, startsWith, true",
        "am, starts_with, false",
        "MARKT, ends_with, true",
        "Kiosk, endsWith, false",
        "^Kiosk.*rkt$, regex, true",
        "kiosk, regex, false",
        "(?i)kiosk, regex, true"
    })
    void holdsAPatternAgainstTheMerchant(String pattern, @Nullable String matchType, boolean isMet) {
        assertThat(merchant(pattern, matchType).areMetBy(COFFEE)).isEqualTo(isMet);
    }

    @Test
    void ignoresCaseAlikeInEveryLanguageOfTheServer() {
        assertThat(merchant("TITLE", "equals").areMetBy(subject(-1, "title", null)))
                .isTrue();
    }

    @Test
    void meetsAllConditionsTogether() {
        RuleConditions both = conditions("kiosk", "coffee", "3.20", "3.2", null, true);

        assertThat(both.areMetBy(COFFEE)).isTrue();
        assertThat(both.areMetBy(subject(-321, "Kiosk", "coffee"))).isFalse();
        assertThat(both.areMetBy(subject(320, "Kiosk", "coffee"))).isFalse();
        assertThat(both.areMetBy(subject(-320, "Kiosk", "tea"))).isFalse();
    }

    @Test
    void comparesAmountsAsDecimalsOfTheirCurrency() {
        RuleConditions atLeastThree = conditions(null, null, "3", null, null, null);

        assertThat(atLeastThree.areMetBy(COFFEE)).isTrue();
        assertThat(atLeastThree.areMetBy(new Subject(
                        new AccountId("yen"), new Money(-2, new CurrencyCode("JPY")), Flow.FLOW_OUT, null, null)))
                .isFalse();
    }

    @Test
    void takesAFalseFlagForNot() {
        RuleConditions noIncome = conditions(null, null, null, null, false, null);

        assertThat(noIncome.areMetBy(subject(-1, null, null))).isTrue();
        assertThat(noIncome.areMetBy(subject(1, null, null))).isFalse();
    }

    @Test
    void patternOnNotesCountedAsMetWhenThereAreNoNotes() {
        RuleConditions notes = conditions(null, "coffee", null, null, null, null);
        RuleConditions anything =
                checked(new RuleConditionsDraft(null, null, "^$", "regex", null, null, null, null, null));

        assertThat(notes.areMetBy(subject(-1, "Kiosk", null))).isFalse();
        assertThat(anything.areMetBy(subject(-1, "Kiosk", null))).isTrue();
    }

    @Test
    void catchesEverythingWithoutConditionsAndNothingWithAnEmptyListOfAccounts() {
        assertThat(conditions(null, null, null, null, null, null).areMetBy(COFFEE))
                .isTrue();
        assertThat(checked(new RuleConditionsDraft(null, null, null, null, List.of(), null, null, null, null))
                        .areMetBy(COFFEE))
                .isFalse();
        assertThat(checked(new RuleConditionsDraft(null, null, null, null, List.of("giro"), null, null, null, null))
                        .areMetBy(COFFEE))
                .isTrue();
    }

    @Test
    void findsEveryProblemOfConditionsAtOnce() {
        RuleConditionsDraft draft =
                new RuleConditionsDraft("", null, "(", "regex", List.of("no key"), "-1", "many", null, null);

        assertThat(draft.check("/conditions")
                        .<List<String>>either(
                                valid -> List.of(),
                                problems -> problems.stream()
                                        .map(FieldProblem::pointer)
                                        .toList()))
                .containsExactly(
                        "/conditions/merchant_pattern",
                        "/conditions/notes_pattern",
                        "/conditions/min_amount",
                        "/conditions/max_amount",
                        "/conditions/account_ids");
    }

    @Test
    void equalPrioritiesWithoutOrder() {
        Rule b = rule("b", 5, merchant("kiosk", null), null);
        Rule a = rule("a", 5, merchant("kiosk", null), null);
        Rule low = rule("0", 1, merchant("kiosk", null), null);

        assertThat(new Rulebook(List.of(low, b, a)).deciding(COFFEE)).contains(a);
    }

    @Test
    void passesOverARuleWhoseCategoryIsForAnotherFlow() {
        Rule income = rule("income", 9, merchant("kiosk", null), Flow.FLOW_IN);
        Rule expense = rule("expense", 1, merchant("kiosk", null), Flow.FLOW_OUT);

        assertThat(new Rulebook(List.of(income, expense)).deciding(COFFEE)).contains(expense);
        assertThat(new Rulebook(List.of(income)).deciding(COFFEE)).isEmpty();
    }

    @Test
    void rulesOverrideAPersonsCategory() {
        assertThat(Assignment.AUTO.mayReplace(Assignment.MANUAL)).isFalse();
        assertThat(Assignment.AUTO.mayReplace(Assignment.AUTO)).isTrue();
        assertThat(Assignment.AUTO.mayReplace(null)).isTrue();
        assertThat(Assignment.MANUAL.mayReplace(Assignment.AUTO)).isTrue();
    }

    private static Rule rule(String id, int priority, RuleConditions conditions, @Nullable Flow flow) {
        return new Rule(new RuleId(id), 1, priority, conditions, new CategoryId("c"), flow);
    }

    private static RuleConditions merchant(String pattern, @Nullable String matchType) {
        return checked(new RuleConditionsDraft(pattern, matchType, null, null, null, null, null, null, null));
    }

    private static RuleConditions conditions(
            @Nullable String merchant,
            @Nullable String notes,
            @Nullable String min,
            @Nullable String max,
            @Nullable Boolean isIncome,
            @Nullable Boolean isExpense) {
        return checked(new RuleConditionsDraft(merchant, null, notes, null, null, min, max, isIncome, isExpense));
    }

    private static RuleConditions checked(RuleConditionsDraft draft) {
        return draft.check("").either(conditions -> conditions, problems -> {
            throw new AssertionError(problems);
        });
    }

    private static Subject subject(long amount, @Nullable String merchant, @Nullable String notes) {
        Flow flow = amount < 0 ? Flow.FLOW_OUT : Flow.FLOW_IN;
        return new Subject(new AccountId("giro"), new Money(amount, EUR), flow, merchant, notes);
    }
}
