package dev.onerow.registry.domain;

import dev.onerow.registry.domain.sql.SqlText;
import org.jspecify.annotations.Nullable;

/** A rule and the row it is stored in. */
public record StoredRule(long id, Rule rule, RowVersion row) {

    /** The same, with this text in place of its own when they are equal: what is known of it is not found out again. */
    public StoredRule recognising(@Nullable SqlText text) {
        return text != null && text.equals(rule.sql()) ? new StoredRule(id, rule.saying(text), row) : this;
    }
}
