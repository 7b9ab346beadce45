package dev.onerow.ledger.domain.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.FieldProblem;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.category.TemplateChange.Placed;
import dev.onerow.ledger.domain.category.TemplateRevision.Accepted;
import dev.onerow.ledger.domain.category.TemplateRevision.InUse;
import dev.onerow.ledger.domain.category.TemplateRevision.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisingATemplateTest {
    private static final Category EXPENSE = category("expense", null, Flow.FLOW_OUT);
    private static final Category FOOD = category("food", "expense", null);
    private static final CategoryRule KIOSK = rule("kiosk", "food");
    private static final TemplateParts BEFORE = TemplateParts.of(List.of(EXPENSE, FOOD), List.of(KIOSK));

    @Test
    void keepsWhatTheRequestDoesNotName() {
        Accepted accepted = accepted(saving(category("travel", "expense", null)));

        assertThat(accepted.parts().categories()).containsOnlyKeys(id("expense"), id("food"), id("travel"));
        assertThat(accepted.parts().rules()).containsOnlyKeys(new RuleId("kiosk"));
        assertThat(accepted.removedCategories()).isEmpty();
    }

    @Test
    void removesWhatItNamesForRemovalTogetherWithWhatNeedsIt() {
        TemplateChange change = new TemplateChange(
                List.of(),
                List.of(),
                List.of(id("expense"), id("food"), id("never-was")),
                List.of(new RuleId("kiosk")));

        Accepted accepted = accepted(change);

        assertThat(accepted.parts().categories()).isEmpty();
        assertThat(accepted.removedCategories()).containsExactly(id("expense"), id("food"));
        assertThat(accepted.removedRules()).containsExactly(new RuleId("kiosk"));
    }

    @Test
    void refusesToRemoveACategoryThatARuleAChildOrAMappingNeeds() {
        assertThat(TemplateRevision.of(BEFORE, removing("food"), Set.of())).isEqualTo(new InUse(List.of(id("food"))));
        assertThat(TemplateRevision.of(BEFORE, removing("expense"), Set.of()))
                .isEqualTo(new InUse(List.of(id("expense"))));
        TemplateChange withItsRule =
                new TemplateChange(List.of(), List.of(), List.of(id("food")), List.of(new RuleId("kiosk")));
        assertThat(TemplateRevision.of(BEFORE, withItsRule, Set.of(id("food"))))
                .isEqualTo(new InUse(List.of(id("food"))));
    }

    @Test
    void refusesParentsThatAreNoTopLevelOfTheTemplate() {
        assertThat(pointers(saving(category("snack", "food", null)))).containsExactly("/categories/0/parent_id");
        assertThat(pointers(saving(category("snack", "elsewhere", null)))).containsExactly("/categories/0/parent_id");
        assertThat(pointers(saving(category("self", "self", null))))
                .containsOnly("/categories/0/parent_id")
                .isNotEmpty();
        assertThat(pointers(saving(category("expense", "income", null), category("income", null, null))))
                .containsExactly("/categories/0/parent_id");
    }

    @Test
    void refusesAFlowBelowTheTopLevelAndARuleForAnUnknownCategory() {
        assertThat(pointers(saving(category("snack", "expense", Flow.FLOW_OUT))))
                .containsExactly("/categories/0/flow");
        TemplateChange rule = new TemplateChange(
                List.of(), List.of(new Placed<>("/rules/0", rule("r", "nowhere"))), List.of(), List.of());
        assertThat(pointers(rule)).containsExactly("/rules/0/category_id");
    }

    @Test
    void refusesAnIdThatIsNamedTwice() {
        assertThat(pointers(saving(FOOD, FOOD))).containsExactly("/categories/0/id", "/categories/1/id");
    }

    @Test
    void movesTheContentHashWithEveryChangeOfAPart() {
        String before = BEFORE.contentHash(Map.of("name", "Home"));

        assertThat(accepted(saving(FOOD)).parts().contentHash(Map.of("name", "Home")))
                .isEqualTo(before);
        assertThat(BEFORE.contentHash(Map.of("name", "Work"))).isNotEqualTo(before);
        assertThat(accepted(saving(category("food", null, null))).parts().contentHash(Map.of("name", "Home")))
                .isNotEqualTo(before);
    }

    private static Accepted accepted(TemplateChange change) {
        return (Accepted) TemplateRevision.of(BEFORE, change, Set.of());
    }

    private static List<String> pointers(TemplateChange change) {
        return ((Invalid) TemplateRevision.of(BEFORE, change, Set.of()))
                .problems().stream().map(FieldProblem::pointer).toList();
    }

    private static TemplateChange saving(Category... categories) {
        List<Placed<Category>> placed = new ArrayList<>();
        for (Category category : categories) {
            placed.add(new Placed<>("/categories/" + placed.size(), category));
        }
        return new TemplateChange(placed, List.of(), List.of(), List.of());
    }

    private static TemplateChange removing(String category) {
        return new TemplateChange(List.of(), List.of(), List.of(id(category)), List.of());
    }

    private static CategoryId id(String value) {
        return new CategoryId(value);
    }

    private static Category category(String id, @Nullable String parent, @Nullable Flow flow) {
        return new Category(id(id), parent == null ? null : id(parent), id, flow, null, null, 0);
    }

    private static CategoryRule rule(String id, String category) {
        return new CategoryRule(new RuleId(id), id(category), null, 0, true, "{}");
    }
}
