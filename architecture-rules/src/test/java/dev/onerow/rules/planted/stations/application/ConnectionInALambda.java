package dev.onerow.rules.planted.stations.application;

import java.util.function.Function;

/** Planted: java.sql inside a lambda. */
final class ConnectionInALambda {
    Function<Object, String> name() {
        return connection -> ((java.sql.Connection) connection).toString();
    }
}
