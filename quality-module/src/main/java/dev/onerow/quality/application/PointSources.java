package dev.onerow.quality.application;

import dev.onerow.quality.domain.PointSource;

/** Opens the vector store that this service is configured with. */
@FunctionalInterface
public interface PointSources {

    /** A source of its own for one run; to be closed. */
    PointSource open();
}
