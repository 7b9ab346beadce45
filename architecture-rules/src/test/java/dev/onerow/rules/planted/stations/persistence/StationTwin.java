package dev.onerow.rules.planted.stations.persistence;

import dev.onerow.persistence.KeyedTable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Planted: a second declaration of a table. */
@MappedEntity("station")
@KeyedTable(conflictsOn = "code")
record StationTwin(@Id String code) {}
