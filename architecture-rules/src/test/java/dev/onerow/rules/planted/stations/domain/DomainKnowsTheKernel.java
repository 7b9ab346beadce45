package dev.onerow.rules.planted.stations.domain;

import dev.onerow.rules.planted.kernel.HonestUpsert;

/** Planted: a domain that knows the kernel. */
final class DomainKnowsTheKernel {
    boolean isKernel(Object it) {
        return it instanceof HonestUpsert;
    }
}
