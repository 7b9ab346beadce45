package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.TemplateId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category template without its parts.
 *
 * @param contentHash the hash over it and all its parts, so that a change of a part is a change of it
 */
public record Template(TemplateId id, String name, @Nullable String description, boolean isSystem, String contentHash) {

    /** Some categories or rules belong to another template: they stay there, and as they are. */
    public static Refusal ownsNot(List<String> ids) {
        return Refusal.of(Reason.OTHER_TEMPLATE, "The id belongs to another template: " + ids.get(0) + ".")
                .with("ids", ids);
    }

    /** The template with the hash that belongs to these parts. */
    public Template with(TemplateParts parts) {
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("name", name);
        own.put("description", description);
        own.put("is_system", isSystem);
        return new Template(id, name, description, isSystem, parts.contentHash(own));
    }
}
