package dev.onerow.rules.planted.kernel;

import dev.onerow.rules.planted.stations.api.StationName;

/** Planted: a kernel that knows a context. */
record KernelKnowsAContext(StationName station) {}
