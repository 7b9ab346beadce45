package dev.onerow.registry.persistence;

import dev.onerow.registry.domain.OwnedView;
import dev.onerow.registry.domain.RegisteredView.Catalogue;
import dev.onerow.registry.domain.ViewName;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule and one view that it owns, or none, as far as they are compared. The names are said because they would be worked
 * out anew for each row, and there are as many as rules.
 */
@MappedEntity
record OwnedViewRow(
        @MappedProperty("rule_code") String ruleCode,
        @MappedProperty("table_name") @Nullable String tableName,
        @MappedProperty("is_up_to_date") boolean isUpToDate,
        @MappedProperty("definition_hash") @Nullable String definitionHash,
        @MappedProperty("server_version_num") @Nullable Integer serverVersionNum,
        @MappedProperty("columns") @Nullable String columns) {

    Optional<OwnedView> view() {
        if (tableName == null || definitionHash == null || columns == null) {
            return Optional.empty();
        }
        return Optional.of(new OwnedView(
                new ViewName(tableName),
                isUpToDate,
                new Catalogue(ColumnsText.read(columns), definitionHash, serverVersionNum)));
    }
}
