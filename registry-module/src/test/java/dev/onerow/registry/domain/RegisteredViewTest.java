package dev.onerow.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.registry.domain.RegisteredView.Catalogue;
import dev.onerow.registry.domain.RegisteredView.Origin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteredViewTest {
    private static final List<Column> COLUMNS = List.of(new Column("id", "integer"));
    private static final LiveView LIVE = new LiveView(COLUMNS, "hash");

    @Test
    void aViewIsCurrentWhileItIsThereAsRememberedAndBuiltFromTheSameSql() {
        var view = registered("a", 1L, origin("sql", 2), 150018);

        assertThat(view.isCurrent("sql", LIVE, 150018)).isTrue();
        assertThat(view.isCurrent("other", LIVE, 150018)).isFalse();
        assertThat(view.isCurrent("sql", null, 150018)).isFalse();
        assertThat(view.isCurrent("sql", new LiveView(COLUMNS, "edited"), 150018))
                .isFalse();
        assertThat(view.isCurrent("sql", new LiveView(List.of(), "hash"), 150018))
                .isFalse();
    }

    @Test
    void anotherServerMayWriteTheSameViewDifferently() {
        var view = registered("a", 1L, origin("sql", 2), 150018);

        assertThat(view.isCurrent("sql", new LiveView(COLUMNS, "rewritten"), 160004))
                .isTrue();
        assertThat(view.isCurrent("sql", new LiveView(List.of(), "rewritten"), 160004))
                .isFalse();
    }

    @Test
    void aViewThatOthersMadeIsNeverCurrentAndNeverOutdated() {
        var view = registered("a", 1L, null, 150018);

        assertThat(view.isCurrent("sql", LIVE, 150018)).isFalse();
        assertThat(view.isOutdated(7)).isFalse();
    }

    @Test
    void aViewIsOutdatedWhenItsRuleHasAnotherSqlVersion() {
        assertThat(registered("a", 1L, origin("sql", 2), null).isOutdated(2)).isFalse();
        assertThat(registered("a", 1L, origin("sql", 2), null).isOutdated(3)).isTrue();
        assertThat(registered("a", null, origin("sql", 2), null).isOutdated(3)).isFalse();
    }

    @Test
    void driftNamesMissingOrphanedAndHandEditedViews() {
        var catalogue = new Catalogue(COLUMNS, "hash", null);
        var registered = Map.of("z_missing", catalogue, "edited", catalogue, "fine", catalogue, "elsewhere", catalogue);
        var live = Map.of(
                "edited", new LiveView(List.of(), "hash"),
                "fine", LIVE,
                "elsewhere", LIVE,
                "foreign", LIVE,
                "users_own", LIVE);

        var drift = Drift.between(registered, live, Set.of("edited", "fine", "foreign"), null);

        assertThat(drift).isEqualTo(new Drift(List.of("z_missing"), List.of("foreign"), List.of("edited")));
    }

    /** Defect 4 of the prior art. */
    @Test
    void viewTheftIsRefusedAndTransferIsExplicit() {
        assertThat(Ownership.claim(1L, 2L)).isEqualTo(new Ownership.HeldByAnother(1L));
        assertThat(Ownership.claim(2L, 2L)).isEqualTo(new Ownership.Taken(2L));
        assertThat(Ownership.claim(null, 2L)).isEqualTo(new Ownership.Taken(2L));
        assertThat(Ownership.transfer(2L)).isEqualTo(new Ownership.Taken(2L));
        assertThat(Ownership.transfer(null)).isEqualTo(new Ownership.Free());
    }

    private static Origin origin(String hash, int sqlVersion) {
        return new Origin("SELECT 1 AS id", hash, sqlVersion);
    }

    private static RegisteredView registered(
            String name, @Nullable Long owner, @Nullable Origin origin, @Nullable Integer server) {
        return new RegisteredView(new ViewName(name), owner, null, origin, new Catalogue(COLUMNS, "hash", server));
    }
}
