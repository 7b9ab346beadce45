package dev.onerow.ledger.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the body of a request, unread, to a controller that takes it as a file. */
@Singleton
final class RawFileBinder implements TypedRequestArgumentBinder<RawFile> {
    private static final Argument<RawFile> TYPE = Argument.of(RawFile.class);

    @Override
    public Argument<RawFile> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<RawFile> bind(ArgumentConversionContext<RawFile> context, HttpRequest<?> source) {
        if (!(source instanceof ServerHttpRequest<?> request)) {
            return BindingResult.unsatisfied();
        }
        String type = request.getContentType().map(MediaType::getName).orElse(null);
        RawFile file = new RawFile(request.byteBody().toInputStream(), type);
        return () -> Optional.of(file);
    }
}
