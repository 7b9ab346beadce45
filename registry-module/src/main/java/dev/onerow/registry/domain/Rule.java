package dev.onerow.registry.domain;

import dev.onerow.registry.domain.sql.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param name the display name; the code unless the author gave another
 * @param logic the question in plain words
 * @param sqlVersion number of this state of ({@code sql}, {@code logic}), from 1
 */
public record Rule(
        RuleCode code,
        String name,
        @Nullable String description,
        @Nullable String logic,
        SqlText sql,
        int sqlVersion) {

    /** The same with another text. */
    Rule saying(SqlText other) {
        return new Rule(code, name, description, logic, other, sqlVersion);
    }
}
