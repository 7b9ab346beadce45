package dev.onerow.telemetry.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** A registry for tests that look at what is counted; the application has one of its own. */
@Factory
class TestMeters {
    @Singleton
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
