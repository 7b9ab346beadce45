package dev.onerow.registry.web;

import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.web.request.PathIds;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;

/** The ids of the registry in paths. */
@Factory
final class RegistryIds {

    @Singleton
    TypeConverter<String, RuleCode> ruleCode() {
        return PathIds.of(RuleCode::new, text -> RegistryProblems.invalidRuleCode());
    }

    @Singleton
    TypeConverter<String, ViewName> viewName() {
        return PathIds.of(ViewName::new, RegistryProblems::invalidViewName);
    }
}
