package dev.onerow.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Starts as {@link ServeCommand} does, reads every list there is over HTTP, and ends: the run from which the JVM makes
 * an archive that later starts take their classes from. It writes nothing but the migrations.
 */
@Command(
        name = "rehearse",
        description = {
            "Start, read every list once over a free port of 127.0.0.1, and end.",
            "Run with -XX:ArchiveClassesAtExit (or -XX:AOTCacheOutput) it leaves an archive for quicker starts."
        },
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    private static final Map<String, Object> SETTINGS =
            Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1");
    private static final int FAILED = 500;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before the call.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ApplicationContext context = Application.onDatabase(SETTINGS)) {
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            List<String> paths = readable(context.getBean(Router.class));
            HttpClient client = HttpClient.newHttpClient();
            for (String path : paths) {
                HttpRequest request =
                        HttpRequest.newBuilder(server.getURI().resolve(path)).build();
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status >= FAILED) {
                    spec.commandLine().getErr().println("GET " + path + " answered " + status);
                    return 1;
                }
            }
            server.stop();
            spec.commandLine().getOut().println("Rehearsed with " + paths.size() + " requests.");
            return 0;
        }
    }

    /** What can be asked for without knowing what is there. */
    private static List<String> readable(Router router) {
        return router.uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(ApiDescription::path)
                .filter(path -> !path.contains("{") && !path.contains("*"))
                .distinct()
                .sorted()
                .toList();
    }
}
