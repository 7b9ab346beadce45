package dev.onerow.app;

import dev.onerow.persistence.DatabaseInUse;
import dev.onerow.persistence.SchemaProof;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Serves until the process is told to stop: migrates, proves, opens the port, in this order. */
@Command(name = "serve", description = "Serve HTTP until told to stop.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.onerow");

    @Override
    public Integer call() throws InterruptedException {
        ApplicationContext context = Application.start(Map.of());
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, server, stopped), "stop"));
        server.start();
        announce(context, server);
        stopped.await();
        return 0;
    }

    private static void announce(ApplicationContext context, EmbeddedServer server) {
        DatabaseInUse database = context.getBean(DatabaseInUse.class);
        LOG.info(
                "Onerow {} on {} ({}), {}, listening on {}",
                Version.current(),
                database.kind(),
                database.url(),
                proved(context),
                server.getURL());
    }

    private static String proved(ApplicationContext context) {
        return context.getProperty("onerow.proof.at-start", Boolean.class, true)
                ? context.getBean(SchemaProof.class).recent().tables() + " tables proved"
                : "tables not proved";
    }

    private static void stop(ApplicationContext context, EmbeddedServer server, CountDownLatch stopped) {
        if (server.isRunning()) {
            LOG.info("Stopping");
            server.stop();
        }
        context.close();
        stopped.countDown();
    }
}
