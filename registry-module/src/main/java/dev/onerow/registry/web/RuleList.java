package dev.onerow.registry.web;

import dev.onerow.registry.domain.Place;
import dev.onerow.registry.domain.Rules;
import dev.onerow.registry.domain.StoredRule;
import dev.onerow.web.page.Page;
import dev.onerow.web.page.Paging;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import jakarta.inject.Singleton;
import java.util.List;

/** Which page of the rules was asked for: {@code sort=rule_code}, the default, or {@code sort=updated_at}, newest first. */
record RuleList(Paging paging, boolean byUpdate) {

    static RuleList of(Query query) {
        return query.read(in -> read(query, in));
    }

    private static RuleList read(Query query, Fields in) {
        return new RuleList(
                Paging.of(query, in),
                in.text("sort")
                        .oneOf("rule_code", "updated_at")
                        .optional()
                        .filter("updated_at"::equals)
                        .isPresent());
    }

    Page<RuleAnswer> page(Rules rules) {
        return byUpdate
                ? paging.page(rules.byUpdate(place(), paging.fetch()), RuleAnswer::of, RuleList::updatePosition)
                : paging.page(
                        rules.byCode(paging.after().map(at -> at.text(0)).orElse(""), paging.fetch()),
                        RuleAnswer::of,
                        rule -> List.of(rule.rule().code().value()));
    }

    private Place place() {
        return paging.after().map(at -> new Place(at.instant(0), at.number(1))).orElse(Place.START);
    }

    private static List<Object> updatePosition(StoredRule rule) {
        return List.of(rule.row().updatedAt(), rule.id());
    }

    @Singleton
    static final class Parameters implements Form<RuleList> {
        @Override
        public RuleList read(Fields in) {
            return RuleList.read(Query.NONE, in);
        }
    }
}
