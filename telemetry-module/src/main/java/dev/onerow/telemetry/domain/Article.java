package dev.onerow.telemetry.domain;

import org.jspecify.annotations.Nullable;

/**
 * What was to be extracted.
 *
 * @param url credentials are masked in it
 */
public record Article(
        String articleId, String url, @Nullable String publisher, Host host) {}
