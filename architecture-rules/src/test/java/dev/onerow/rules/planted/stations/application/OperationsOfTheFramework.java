package dev.onerow.rules.planted.stations.application;

import io.micronaut.data.jdbc.runtime.JdbcOperations;

/** Planted: another way to run SQL. */
record OperationsOfTheFramework(JdbcOperations operations) {}
