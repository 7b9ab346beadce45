package dev.onerow.ledger.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.domain.statement.AccountChoice.Ambiguous;
import dev.onerow.ledger.domain.statement.AccountChoice.Chosen;
import dev.onerow.ledger.domain.statement.AccountChoice.Mismatch;
import dev.onerow.ledger.domain.statement.AccountChoice.Nothing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoosingTheStatementTest {
    private static final Statement FIRST = numbered("4711");
    private static final Statement SECOND = numbered("4712");
    private static final Statement UNNUMBERED = numbered(null);

    @Test
    void takesTheOnlyStatementWhileTheAccountKnowsNoNumber() {
        assertThat(AccountChoice.among(List.of(FIRST), null, null)).isEqualTo(new Chosen(FIRST));
        assertThat(AccountChoice.among(List.of(UNNUMBERED), null, null)).isEqualTo(new Chosen(UNNUMBERED));
        assertThat(AccountChoice.among(List.of(), null, null)).isEqualTo(new Nothing());
    }

    @Test
    void asksWhichOfSeveralAndTakesTheOneNamed() {
        assertThat(AccountChoice.among(List.of(FIRST, SECOND), null, null))
                .isEqualTo(new Ambiguous(List.of("4711", "4712")));
        assertThat(AccountChoice.among(List.of(FIRST, SECOND), null, "4712")).isEqualTo(new Chosen(SECOND));
        assertThat(AccountChoice.among(List.of(FIRST, SECOND), null, "4713")).isEqualTo(new Mismatch());
    }

    @Test
    void takesTheStatementOfTheKnownNumberAlone() {
        String known = AccountChoice.hash("4712");

        assertThat(AccountChoice.among(List.of(FIRST, SECOND), known, null)).isEqualTo(new Chosen(SECOND));
        assertThat(AccountChoice.among(List.of(FIRST), known, null)).isEqualTo(new Mismatch());
        assertThat(AccountChoice.among(List.of(FIRST, SECOND), known, "4711")).isEqualTo(new Mismatch());
        assertThat(AccountChoice.among(List.of(UNNUMBERED), known, null)).isEqualTo(new Chosen(UNNUMBERED));
    }

    private static Statement numbered(@Nullable String number) {
        return new Statement(number, List.of(), null, RowOrder.OLDEST_FIRST);
    }
}
