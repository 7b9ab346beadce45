package dev.onerow.registry.persistence;

import dev.onerow.registry.domain.RegisteredView.Catalogue;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/** How the database had a view. The names are said because they would be worked out anew for each row. */
@MappedEntity
record CatalogueRow(
        @MappedProperty("table_name") String tableName,
        @MappedProperty("definition_hash") String definitionHash,
        @MappedProperty("server_version_num") @Nullable Integer serverVersionNum,
        @MappedProperty("columns") String columns) {

    Catalogue catalogue() {
        return new Catalogue(ColumnsText.read(columns), definitionHash, serverVersionNum);
    }
}
