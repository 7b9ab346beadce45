package dev.onerow.rules.planted.stations.application;

/** Planted: a constant that no code loads. */
interface InsertInAConstant {
    String TEXT = "INSERT INTO station (code) VALUES (?)";
}
