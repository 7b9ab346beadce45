package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What PostgreSQL says when a view cannot be dropped, and what that means. */
class RefusedDropsTest {
    @Test
    void somethingThatReadsTheViewKeepsIt() {
        assertThat(meaning("2BP01"))
                .isInstanceOfSatisfying(
                        ViewRefused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(new Reason.FixedDependant("something that reads v")));
    }

    @Test
    void soDoesAnotherOwner() {
        assertThat(meaning("42501"))
                .isInstanceOfSatisfying(
                        ViewRefused.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(new Reason.FixedDependant("a view that is not ours to drop")));
    }

    @Test
    void aViewThatIsGoneMeanwhileLetsTheTransactionBeTriedAgain() {
        assertThat(StoreFailure.of(meaning("42P01"))).hasValue(new StoreFailure.GivenUp("40001"));
        assertThat(StoreFailure.of(meaning("42809"))).hasValue(new StoreFailure.GivenUp("40001"));
    }

    @Test
    void nothingElseIsTheViewsFault() {
        assertThat(meaning("22023")).isNotInstanceOf(ViewRefused.class);
        assertThat(meaning("42601")).isNotInstanceOf(ViewRefused.class);
        assertThat(StoreFailure.of(meaning("22023"))).isEmpty();
    }

    private static RuntimeException meaning(String state) {
        return PostgresErrors.ofDrop(new SQLException("refused", state), "v");
    }
}
