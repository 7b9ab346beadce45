package dev.onerow.registry.web;

import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Client;
import io.micronaut.runtime.server.EmbeddedServer;

/** The registry behind a port of its own. */
final class Api {
    private Api() {}

    /** A client of it. The server belongs to the context of the database, and stops with it. */
    static Client on(TestDatabase database) {
        EmbeddedServer server = database.bean(EmbeddedServer.class);
        return new Client(server.isRunning() ? server : server.start(), "/v1/registry");
    }
}
