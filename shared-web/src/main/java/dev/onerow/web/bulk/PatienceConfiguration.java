package dev.onerow.web.bulk;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** How long a client may read nothing of an answer that waits for it. */
@Singleton
record PatienceConfiguration(
        @Value("${onerow.web.patience-seconds:30}") int seconds) {}
