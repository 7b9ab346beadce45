package dev.onerow.rules.planted.stations.persistence;

import io.micronaut.data.repository.GenericRepository;

/** Honest by itself: of no row yet. */
interface WritingRepository<E> extends GenericRepository<E, String> {
    E save(E row);
}
