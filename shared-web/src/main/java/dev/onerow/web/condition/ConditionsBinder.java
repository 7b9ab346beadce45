package dev.onerow.web.condition;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the conditions to a controller that takes them. */
@Singleton
final class ConditionsBinder implements TypedRequestArgumentBinder<Conditions> {
    private static final Argument<Conditions> TYPE = Argument.of(Conditions.class);

    @Override
    public Argument<Conditions> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Conditions> bind(ArgumentConversionContext<Conditions> context, HttpRequest<?> source) {
        Conditions conditions = Conditions.of(source);
        return () -> Optional.of(conditions);
    }
}
