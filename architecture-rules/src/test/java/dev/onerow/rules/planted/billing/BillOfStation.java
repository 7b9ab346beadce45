package dev.onerow.rules.planted.billing;

import dev.onerow.rules.planted.billing.domain.Bill;
import dev.onerow.rules.planted.stations.api.StationName;

/** Honest: contexts meet in api. */
record BillOfStation(StationName station, Bill bill) {}
