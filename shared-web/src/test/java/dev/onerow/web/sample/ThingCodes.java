package dev.onerow.web.sample;

import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.request.PathIds;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

@Factory
class ThingCodes {
    @Singleton
    TypeConverter<String, ThingCode> thingCode() {
        return PathIds.of(
                ThingCode::new,
                text -> Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-thing-code", "Invalid thing code")
                        .detail("A code is capitals and digits.")
                        .error(FieldError.parameter("code", "invalid-form", "A code is capitals and digits.")));
    }
}
