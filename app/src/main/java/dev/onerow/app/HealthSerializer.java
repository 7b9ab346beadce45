package dev.onerow.app;

import io.micronaut.core.type.Argument;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes of the health what is to be told: members that nobody may see are not there, instead of null. */
@Singleton
final class HealthSerializer implements Serializer<HealthResult> {
    private static final Argument<Map<String, Object>> MEMBERS = Argument.mapOf(String.class, Object.class);

    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends HealthResult> type, HealthResult health)
            throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        if (health.getName() != null) {
            members.put("name", health.getName());
        }
        members.put("status", health.getStatus().getName());
        if (health.getDetails() != null) {
            members.put("details", health.getDetails());
        }
        context.findSerializer(MEMBERS).createSpecific(context, MEMBERS).serialize(encoder, context, MEMBERS, members);
    }
}
