package dev.onerow.registry.web;

import dev.onerow.registry.domain.RuleCode;
import dev.onerow.registry.domain.ViewName;
import dev.onerow.web.problem.FieldError;
import dev.onerow.web.request.PathIds;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;

/** The ids of the registry in paths. */
@Factory
final class RegistryIds {

    @Singleton
    TypeConverter<String, RuleCode> ruleCode() {
        return PathIds.of(
                RuleCode::new, text -> RegistryProblems.invalidRuleCode().error(fault("rule_code", "rule code")));
    }

    @Singleton
    TypeConverter<String, ViewName> viewName() {
        return PathIds.of(
                ViewName::new, text -> RegistryProblems.invalidViewName(text).error(fault("table_name", "view name")));
    }

    private static FieldError fault(String variable, String what) {
        return FieldError.parameter(variable, "invalid-form", "It has not the form of a " + what + ".");
    }
}
