package dev.onerow.registry.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import dev.onerow.registry.domain.RegisteredView;
import dev.onerow.registry.domain.RowVersion;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the registry says of one view. */
@MappedEntity("views_registry")
@KeyedTable(conflictsOn = "tableName")
record ViewRow(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long ruleId,
        String tableName,
        @Nullable String summary,
        @Nullable String definition,
        @Nullable String sqlHash,
        @Nullable Integer ruleSqlVersion,
        String definitionHash,
        @Nullable Integer serverVersionNum,
        Json columns,
        @Version long version,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static ViewRow of(RegisteredView view) {
        var origin = view.origin();
        return new ViewRow(
                null,
                view.owner(),
                view.name().value(),
                view.summary(),
                origin == null ? null : origin.definition(),
                origin == null ? null : origin.sqlHash(),
                origin == null ? null : (Integer) origin.ruleSqlVersion(),
                view.catalogue().definitionHash(),
                view.catalogue().serverVersion(),
                ColumnsText.written(view.catalogue().columns()),
                0,
                null,
                null);
    }

    RowVersion rowVersion() {
        return new RowVersion(version, Objects.requireNonNull(createdAt), Objects.requireNonNull(updatedAt));
    }
}
