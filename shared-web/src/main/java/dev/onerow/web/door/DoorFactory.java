package dev.onerow.web.door;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.server.HttpServerConfiguration;
import org.jspecify.annotations.Nullable;

/** Makes the door before the server binds its address, so that it never stands open for a moment. */
@Factory
final class DoorFactory {
    @Context
    Door door(
            @Value("${onerow.api-keys:}") @Nullable String keys,
            @Value("${onerow.allow-anonymous:false}") boolean allowAnonymous,
            HttpServerConfiguration server) {
        Door door = Door.of(keys);
        door.check(server.getHost().orElse(null), allowAnonymous);
        return door;
    }
}
