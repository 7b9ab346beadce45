package dev.onerow.web.bulk;

import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a bulk body, unread, to a controller that takes it. */
@Singleton
final class BulkRequestBinder implements TypedRequestArgumentBinder<BulkRequest> {
    private static final Argument<BulkRequest> TYPE = Argument.of(BulkRequest.class);

    private final BulkAnswers answers;

    BulkRequestBinder(BulkAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Argument<BulkRequest> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<BulkRequest> bind(ArgumentConversionContext<BulkRequest> context, HttpRequest<?> source) {
        if (!(source instanceof ServerHttpRequest<?> request)) {
            return BindingResult.unsatisfied();
        }
        boolean array = request.getContentType()
                .filter(MediaType.APPLICATION_JSON_TYPE::matches)
                .isPresent();
        BulkRequest bulk = new BulkRequest(
                request.byteBody().toInputStream(),
                array,
                Query.of(request),
                answers,
                context.getArgument()
                        .getAnnotationMetadata()
                        .classValue(ReadBy.class)
                        .orElse(null));
        return () -> Optional.of(bulk);
    }
}
