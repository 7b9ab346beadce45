package dev.onerow.web.problem;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;

/** Writes a problem as its members. */
@Singleton
final class ProblemSerializer implements Serializer<Problem> {
    private static final Argument<Map<String, Object>> MEMBERS = Argument.mapOf(String.class, Object.class);

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Problem> type, Problem problem)
            throws IOException {
        context.findSerializer(MEMBERS)
                .createSpecific(context, MEMBERS)
                .serialize(encoder, context, MEMBERS, problem.toMap());
    }
}
