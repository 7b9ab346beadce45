package dev.onerow.rules.planted.stations.domain;

import io.micronaut.core.annotation.Introspected;

/** Planted: a domain that knows Micronaut. */
@Introspected
record DomainKnowsTheFramework(String code) {}
