package dev.onerow.rules.planted.stations.application;

/** Planted: a literal; ON CONFLICT is no excuse outside the kernel. */
final class InsertInALiteral {
    String text() {
        return "INSERT INTO station (code) VALUES (?) ON CONFLICT (code) DO NOTHING";
    }
}
