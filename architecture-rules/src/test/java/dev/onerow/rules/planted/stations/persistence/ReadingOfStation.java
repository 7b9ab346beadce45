package dev.onerow.rules.planted.stations.persistence;

import dev.onerow.persistence.KeyedTable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Honest: its table has the name that follows from the class. */
@MappedEntity
@KeyedTable(conflictsOn = "id")
record ReadingOfStation(@Id String id, String station) {}
