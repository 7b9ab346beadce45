package dev.onerow.rules.planted.stations.application;

/** Planted: a driver, by its name. */
final class DriverByName {
    Class<?> driver() throws ClassNotFoundException {
        return Class.forName("org.postgresql.Driver");
    }
}
