package dev.onerow.rules.planted.stations.application;

import java.util.List;

/** Planted: java.sql as a type argument. */
final class ConnectionAsATypeArgument {
    List<java.sql.Connection> connections = List.of();
}
