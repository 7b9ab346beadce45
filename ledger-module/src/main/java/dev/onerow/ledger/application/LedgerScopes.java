package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.LedgerFilter;
import dev.onerow.ledger.domain.view.Ledgers.Scope;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what a ledger shows today. */
@Singleton
final class LedgerScopes {
    private final Accounts accounts;
    private final Templates templates;
    private final Today today;

    LedgerScopes(Accounts accounts, Templates templates, Today today) {
        this.accounts = accounts;
        this.templates = templates;
        this.today = today;
    }

    Scope of(Ledger ledger) {
        return narrowed(ledger, null);
    }

    /** The same for one category alone; null: for all. */
    Scope narrowed(Ledger ledger, @Nullable String category) {
        LedgerFilter filter = ledger.rules().on(today.date());
        boolean namesCategories = category != null
                || !filter.categories().isEmpty()
                || !filter.withoutCategories().isEmpty();
        List<Category> categories = namesCategories ? categories(ledger.template()) : List.of();
        LedgerFilter whole = filter.withChildren(categories);
        return scope(ledger, category == null ? whole : whole.narrowedTo(category, categories));
    }

    /** The same with the filters by category and tag set aside: what a run of the rules looks at. */
    Scope withoutCategoriesAndTags(Ledger ledger) {
        return scope(ledger, ledger.rules().on(today.date()).withoutCategoriesAndTags());
    }

    private List<Category> categories(@Nullable TemplateId template) {
        return template == null
                ? List.of()
                : templates.categories(template).stream().map(Stored::value).toList();
    }

    private Scope scope(Ledger ledger, LedgerFilter filter) {
        return new Scope(
                ledger, filter, accounts.all().stream().map(Stored::value).toList());
    }
}
