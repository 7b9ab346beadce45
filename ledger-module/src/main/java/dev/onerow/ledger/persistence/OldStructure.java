package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.KeyForm;
import dev.onerow.ledger.domain.Sha256;
import dev.onerow.ledger.domain.category.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hierarchy that older templates kept as JSON: a list of objects with {@code name}, and {@code id}, {@code flow},
 * {@code color}, {@code icon} and {@code children} where there are any; or an object with such a list as
 * {@code categories}.
 */
final class OldStructure {
    private static final List<String> LISTS = List.of("categories", "children", "subcategories", "structure");
    private static final int LENGTH_OF_A_MADE_ID = 32;

    private final String template;
    private final List<Category> found = new ArrayList<>();

    private OldStructure(String template) {
        this.template = template;
    }

    /** The categories, each after its parent; empty when the JSON is no such hierarchy. */
    static Optional<List<Category>> categories(String template, @Nullable Object tree) {
        OldStructure structure = new OldStructure(template);
        return tree == null || structure.take(listIn(tree), null, "") ? Optional.of(structure.found) : Optional.empty();
    }

    private boolean take(List<?> elements, @Nullable Category parent, String path) {
        for (Object element : elements) {
            if (!(element instanceof Map<?, ?> members)
                    || !(members.get("name") instanceof String name)
                    || name.isBlank()) {
                return false;
            }
            Category category = category(members, name, parent, path);
            found.add(category);
            List<?> children = listIn(members);
            if (!children.isEmpty() && (parent != null || !take(children, category, path + "/" + name))) {
                return false;
            }
        }
        return true;
    }

    private Category category(Map<?, ?> members, String name, @Nullable Category parent, String path) {
        String given = String.valueOf(members.get("id"));
        boolean hasId = members.get("id") != null && KeyForm.matches(given);
        String made = Sha256.of(template + path + "/" + name).substring(0, LENGTH_OF_A_MADE_ID);
        return new Category(
                new CategoryId(hasId ? given : made),
                parent == null ? null : parent.id(),
                name,
                parent == null ? flow(members) : null,
                text(members, "color"),
                text(members, "icon"),
                found.size());
    }

    private static @Nullable Flow flow(Map<?, ?> members) {
        return OldLedger.word(Flow.class, text(members, "flow")).orElse(null);
    }

    private static @Nullable String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    private static List<?> listIn(Object tree) {
        if (tree instanceof List<?> list) {
            return list;
        }
        return tree instanceof Map<?, ?> members
                ? LISTS.stream()
                        .map(members::get)
                        .filter(List.class::isInstance)
                        .<List<?>>map(it -> (List<?>) it)
                        .findFirst()
                        .orElse(List.of())
                : List.of();
    }
}
