package dev.onerow.rules.planted.stations.persistence;

import dev.onerow.persistence.KeyedTable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Honest: the one declaration of its table. */
@MappedEntity("station")
@KeyedTable(conflictsOn = "code")
public record StationRow(@Id String code, String name) {}
