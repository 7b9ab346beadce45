package dev.onerow.registry.web;

import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.StoredView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registered view on the wire. */
@Serdeable
record ViewAnswer(
        long id,
        @Nullable Long ruleId,
        @Nullable String ruleCode,
        String tableName,
        @Nullable String summary,
        @Nullable String definition,
        @Nullable String sqlHash,
        @Nullable Integer ruleSqlVersion,
        String definitionHash,
        @Nullable Integer serverVersionNum,
        List<ColumnAnswer> columns,
        boolean outdated,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static ViewAnswer of(StoredView stored) {
        var view = stored.view();
        var origin = view.origin();
        return new ViewAnswer(
                stored.id(),
                view.owner(),
                code(stored.ownerCode()),
                view.name().value(),
                view.summary(),
                origin == null ? null : origin.definition(),
                origin == null ? null : origin.sqlHash(),
                origin == null ? null : (Integer) origin.ruleSqlVersion(),
                view.catalogue().definitionHash(),
                view.catalogue().serverVersion(),
                ColumnAnswer.of(view.catalogue().columns()),
                stored.outdated(),
                stored.row().version(),
                stored.row().createdAt(),
                stored.row().updatedAt());
    }

    private static @Nullable String code(@Nullable RuleCode code) {
        return code == null ? null : code.value();
    }
}
