package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.DefaultKind;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows templates with their parts, which are read at once for all templates of a page. */
@Singleton
final class TemplateViews {
    /** Categories and rules on one page: it ends early rather than grow without bound. */
    private static final int MOST_PARTS = 10_000;

    private final Templates templates;
    private final Ledgers ledgers;

    TemplateViews(Templates templates, Ledgers ledgers) {
        this.templates = templates;
        this.ledgers = ledgers;
    }

    TemplateView of(Stored<Template> stored) {
        return among(List.of(stored)).apply(stored);
    }

    /** Templates by id. */
    Page<TemplateView> page(Paging paging) {
        String after = paging.after().map(position -> position.text(0)).orElse(null);
        List<Stored<Template>> found = templates.page(after, paging.fetch());
        Paging shown = paging.atMost(fitting(ids(found)));
        return shown.page(
                found,
                among(found.subList(0, Math.min(found.size(), shown.limit()))),
                stored -> List.of(stored.value().id().value()));
    }

    /** How many templates, from the first on, a page has room for. One always fits, however large it is. */
    private int fitting(List<TemplateId> ids) {
        Map<TemplateId, Long> counts = templates.countParts(ids);
        long parts = 0;
        for (int i = 0; i < ids.size(); i++) {
            parts += counts.getOrDefault(ids.get(i), 0L);
            if (parts > MOST_PARTS) {
                return Math.max(1, i);
            }
        }
        return Math.max(1, ids.size());
    }

    private Function<Stored<Template>, TemplateView> among(List<Stored<Template>> shown) {
        List<TemplateId> ids = ids(shown);
        Optional<String> current = ledgers.defaultOf(DefaultKind.TEMPLATE);
        Map<TemplateId, List<Stored<Category>>> categories = templates.categories(ids);
        Map<TemplateId, List<Stored<CategoryRule>>> rules = templates.rules(ids);
        return stored -> {
            TemplateId id = stored.value().id();
            return TemplateView.of(
                    stored,
                    current.equals(Optional.of(id.value())),
                    categories.getOrDefault(id, List.of()),
                    rules.getOrDefault(id, List.of()));
        };
    }

    private static List<TemplateId> ids(List<Stored<Template>> templates) {
        return templates.stream().map(stored -> stored.value().id()).toList();
    }
}
