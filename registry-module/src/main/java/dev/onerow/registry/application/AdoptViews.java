package dev.onerow.registry.application;

import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.persistence.views.Views;
import dev.onerow.registry.domain.RegisteredViews;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.ViewName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adopts the registry of older databases, after their rules: registers a view that is here, and makes one that is not by
 * executing its rule, where that is asked for.
 */
@Singleton
final class AdoptViews implements Adoption<AdoptViews.OldView> {
    static final String TABLE = "views_registry";
    private static final OldShape SHAPE = new OldShape(
            11,
            TABLE,
            Set.of("table_name"),
            Set.of("id", "rule_id", "summary", "created_at", "updated_at"),
            "registered views: of one name the newest stays");

    private final Rules rules;
    private final RegisteredViews registered;
    private final Views views;
    private final ViewMaking making;

    AdoptViews(Rules rules, RegisteredViews registered, Views views, ViewMaking making) {
        this.rules = rules;
        this.registered = registered;
        this.views = views;
        this.making = making;
    }

    /**
     * What an older registry says of a view.
     *
     * @param oldRuleId id of its rule there; null when nobody owns it
     * @param updatedAt when it was changed there for the last time
     */
    record OldView(
            ViewName name,
            @Nullable String oldRuleId,
            @Nullable String summary,
            Instant updatedAt) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldView> read(OldRow row) {
        String name = row.textOr("table_name", "").strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Reading.refused(Reason.NULL_KEY);
        }
        if (!ViewName.isLegal(name)) {
            return Reading.refused(Reason.INVALID_KEY);
        }
        Instant updatedAt = row.has("updated_at") ? row.instant("updated_at") : row.instant("created_at");
        String summary = row.textOr("summary", "");
        return Reading.kept(
                name,
                row.rankByTime("updated_at", "created_at"),
                new OldView(
                        new ViewName(name),
                        row.text("rule_id"),
                        summary.isEmpty() ? null : summary,
                        updatedAt == null ? Instant.EPOCH : updatedAt));
    }

    @Override
    public Writer<OldView> writer(AdoptionRun run) {
        return new ViewAdopting(this, run, rules, registered, views, making);
    }
}
