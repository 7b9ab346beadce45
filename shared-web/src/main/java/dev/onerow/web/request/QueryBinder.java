package dev.onerow.web.request;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the query to a controller that takes it. */
@Singleton
final class QueryBinder implements TypedRequestArgumentBinder<Query> {
    private static final Argument<Query> TYPE = Argument.of(Query.class);

    private final Outlines outlines;

    QueryBinder(Outlines outlines) {
        this.outlines = outlines;
    }

    @Override
    public Argument<Query> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Query> bind(ArgumentConversionContext<Query> context, HttpRequest<?> source) {
        Query query = Query.of(source, () -> outlines.of(context.getArgument().getAnnotationMetadata()));
        return () -> Optional.of(query);
    }
}
