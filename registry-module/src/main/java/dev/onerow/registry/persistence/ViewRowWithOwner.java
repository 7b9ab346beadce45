package dev.onerow.registry.persistence;

import dev.onerow.persistence.Micros;
import dev.onerow.registry.domain.RegisteredView;
import dev.onerow.registry.domain.RegisteredView.Catalogue;
import dev.onerow.registry.domain.RegisteredView.Origin;
import dev.onerow.registry.domain.RowVersion;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.StoredView;
import dev.onerow.registry.domain.ViewName;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the registry says of one view, and two things of the rule that owns it. */
@MappedEntity
record ViewRowWithOwner(
        long id,
        @Nullable Long ruleId,
        String tableName,
        @Nullable String summary,
        @Nullable String definition,
        @Nullable String sqlHash,
        @Nullable Integer ruleSqlVersion,
        String definitionHash,
        @Nullable Integer serverVersionNum,
        String columns,
        long version,
        @Micros Instant createdAt,
        @Micros Instant updatedAt,
        @Nullable String ruleCode,
        @Nullable Integer sqlVersion) {

    StoredView stored() {
        var view = new RegisteredView(
                new ViewName(tableName),
                ruleId,
                summary,
                origin(),
                new Catalogue(ColumnsText.read(columns), definitionHash, serverVersionNum));
        return new StoredView(
                id,
                view,
                new RowVersion(version, createdAt, updatedAt),
                ruleCode == null ? null : new RuleCode(ruleCode),
                sqlVersion != null && view.isOutdated(sqlVersion));
    }

    private @Nullable Origin origin() {
        return definition == null || sqlHash == null || ruleSqlVersion == null
                ? null
                : new Origin(definition, sqlHash, ruleSqlVersion);
    }
}
