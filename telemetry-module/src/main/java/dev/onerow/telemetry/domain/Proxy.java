package dev.onerow.telemetry.domain;

import org.jspecify.annotations.Nullable;

/** The way through a proxy, if any; credentials are masked. */
public record Proxy(
        @Nullable Boolean used,
        @Nullable String url,
        @Nullable Boolean authenticated,
        @Nullable ProxyStatus status,
        @Nullable String error) {}
