package dev.onerow.rules.planted.stations.application;

/** Planted: a driver. */
final class DriverOfADatabase {
    boolean isNative() throws Exception {
        return org.sqlite.SQLiteJDBCLoader.isNativeMode();
    }
}
