package dev.onerow.registry.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.registry.domain.OwnedView;
import dev.onerow.registry.domain.RegisteredView.Catalogue;
import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.ViewName;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A view and its rule, as far as they are compared. */
@MappedEntity
record OwnedViewRow(
        String ruleCode,
        String wantedHash,
        int wantedVersion,
        String tableName,
        @Nullable String builtHash,
        @Nullable Integer builtVersion,
        String definitionHash,
        @Nullable Integer serverVersionNum,
        Json columns) {

    OwnedView view() {
        return new OwnedView(
                new RuleCode(ruleCode),
                wantedHash,
                wantedVersion,
                new ViewName(tableName),
                builtHash,
                builtVersion,
                new Catalogue(ViewRow.columns(columns), definitionHash, serverVersionNum));
    }
}
