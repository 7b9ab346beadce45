package dev.onerow.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.registry.domain.sql.SentSql;
import dev.onerow.registry.domain.sql.SqlText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SavingARuleTest {
    private static final RuleCode CODE = new RuleCode("LIST_GUESTS");
    private static final SqlText SQL = new SqlText("SELECT id FROM guests");
    private static final Rule STORED = new Rule(CODE, "Guests", "all of them", "Who was there?", SQL, 3);

    @Test
    void aNewRuleStartsAtSqlVersionOneAndIsNamedByItsCode() {
        var saved = change(null, null, null, SQL).applyTo(null, null, Condition.NONE);

        assertThat(saved).isEqualTo(new RuleDecision.Stored(new Rule(CODE, "LIST_GUESTS", null, null, SQL, 1)));
    }

    @Test
    void aNewRuleNeedsSql() {
        assertThat(change("Guests", null, null, null).applyTo(null, null, Condition.NONE))
                .isEqualTo(new RuleDecision.SqlMissing());
    }

    @Test
    void whatIsOmittedStays() {
        assertThat(change(null, null, null, null).applyTo(STORED, 5L, Condition.NONE))
                .isEqualTo(new RuleDecision.Stored(STORED));
    }

    @Test
    void emptyTextClearsAndAnEmptyNameIsTheCode() {
        var saved = change("", "", "", null).applyTo(STORED, 5L, Condition.NONE);

        assertThat(saved).isEqualTo(new RuleDecision.Stored(new Rule(CODE, "LIST_GUESTS", null, null, SQL, 4)));
    }

    @Test
    void emptyTextForANewRuleIsNone() {
        var saved = change("", "", "", SQL).applyTo(null, null, Condition.NONE);

        assertThat(saved).isEqualTo(new RuleDecision.Stored(new Rule(CODE, "LIST_GUESTS", null, null, SQL, 1)));
    }

    /** Defect 14 of the prior art. */
    @Test
    void versionForTwoThingsIsTwoColumns_onlySqlAndLogicCountInTheSqlVersion() {
        assertThat(sqlVersionAfter(change("Other", "other", null, null))).isEqualTo(3);
        assertThat(sqlVersionAfter(change(null, null, "Who else?", null))).isEqualTo(4);
        assertThat(sqlVersionAfter(change(null, null, null, new SqlText("SELECT  id FROM guests"))))
                .isEqualTo(4);
        assertThat(sqlVersionAfter(change(null, null, "Who else?", new SqlText("SELECT 1"))))
                .isEqualTo(4);
    }

    @Test
    void aFailedConditionRefuses() {
        var same = change(null, null, null, SQL);
        Condition absent = version -> version == null;
        Condition six = version -> version != null && version == 6;

        assertThat(same.applyTo(STORED, 5L, absent)).isEqualTo(new RuleDecision.ConditionFailed());
        assertThat(same.applyTo(STORED, 5L, six)).isEqualTo(new RuleDecision.ConditionFailed());
        assertThat(same.applyTo(null, null, six)).isEqualTo(new RuleDecision.ConditionFailed());
        assertThat(same.applyTo(null, null, version -> version != null)).isEqualTo(new RuleDecision.ConditionFailed());
        assertThat(same.applyTo(STORED, 6L, six)).isEqualTo(new RuleDecision.Stored(STORED));
        assertThat(same.applyTo(STORED, 5L, version -> version != null)).isEqualTo(new RuleDecision.Stored(STORED));
        assertThat(same.applyTo(null, null, absent)).isInstanceOf(RuleDecision.Stored.class);
    }

    private static int sqlVersionAfter(RuleChange change) {
        return change.applyTo(STORED, 5L, Condition.NONE).answer(Rule::sqlVersion, () -> -1, () -> -1);
    }

    private static RuleChange change(
            @Nullable String name, @Nullable String description, @Nullable String logic, @Nullable SqlText sql) {
        return new RuleChange(CODE, name, description, logic, sql == null ? null : new SentSql(sql.value()));
    }
}
