package dev.onerow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar as an operator runs it, in a process of its own. Closing kills what still runs. */
final class OnerowProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "onerow.jar").toAbsolutePath();

    /** It lives for seconds: what the second compiler does would not pay, and takes a core from the others. */
    static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    /** What packaging prepared for the Java of this build: it takes half of a start away. */
    private static final String PREPARED_CLASSES =
            (Runtime.version().feature() < 25 ? "-XX:SharedArchiveFile=" : "-XX:AOTCache=")
                    + JAR.resolveSibling("onerow-" + System.getProperty("java.version") + ".archive");

    /**
     * A build that runs in the background of a shell ignores SIGINT, and so would all that it starts. Where the system
     * has no such option of {@code env}, it is taken as it comes.
     */
    private static final List<String> INTERRUPTIBLE = interruptible("env", "--default-signal=INT");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final int port;

    private OnerowProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts a command of the jar on a database, with further variables and what stands behind the command. */
    static OnerowProcess run(String command, String databaseUrl, Map<String, String> variables, String... arguments) {
        return run(256, command, databaseUrl, variables, arguments);
    }

    private static OnerowProcess run(
            int heapMegabytes, String command, String databaseUrl, Map<String, String> variables, String... arguments) {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("onerow-jar-");
            Path output = folder.resolve("output");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> line = new ArrayList<>(INTERRUPTIBLE);
            line.addAll(List.of(
                    java,
                    "-Xmx" + heapMegabytes + "m",
                    ONE_COMPILER,
                    PREPARED_CLASSES,
                    "-jar",
                    JAR.toString(),
                    command));
            line.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ONEROW_"));
            builder.environment().put("ONEROW_DATABASE_URL", databaseUrl);
            builder.environment().put("ONEROW_PORT", Integer.toString(port));
            // Its pool opens connections when they are needed: most of these processes need one or two of ten.
            builder.environment().put("DATASOURCES_DEFAULT_MINIMUM_IDLE", "1");
            builder.environment().putAll(variables);
            return new OnerowProcess(builder.start(), output, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> interruptible(String... prefix) {
        List<String> probe = new ArrayList<>(List.of(prefix));
        probe.add("true");
        try {
            int code =
                    new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor();
            return code == 0 ? List.of(prefix) : List.of();
        } catch (IOException noSuchCommand) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Starts serving, and returns when it says that it listens. */
    static OnerowProcess serve(String databaseUrl, Map<String, String> variables) {
        return serving(run("serve", databaseUrl, variables));
    }

    /** The same with a heap of this size. */
    static OnerowProcess serve(String databaseUrl, int heapMegabytes) {
        return serving(run(heapMegabytes, "serve", databaseUrl, Map.of()));
    }

    private static OnerowProcess serving(OnerowProcess started) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!started.output().contains("listening on")) {
            if (started.endsSoon() || Instant.now().isAfter(deadline)) {
                started.close();
                throw new IllegalStateException("It does not serve: " + started.output());
            }
        }
        return started;
    }

    /** Whether it ends while the processors are left to it for a moment: for a test that asks until something is so. */
    boolean endsSoon() {
        try {
            return process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has printed so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The statements that it printed as repairs, in order. */
    List<String> repairs() {
        List<String> repairs = new ArrayList<>();
        for (String part : output().split("\n    repair: {2}", -1)) {
            repairs.add(part.substring(0, Math.max(0, part.indexOf(';'))));
        }
        return repairs.subList(1, repairs.size());
    }

    HttpResponse<String> get(String path, String... headers) throws InterruptedException {
        return send("GET", path, "", headers);
    }

    /** Makes a call of a file. */
    HttpResponse<String> call(HttpCall call) throws InterruptedException {
        HttpRequest.Builder request = request(call.method(), call.path(), call.body());
        call.headers().forEach(request::header);
        return send(request);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws InterruptedException {
        HttpRequest.Builder request = request(method, path, body);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks it to stop, as SIGTERM does, and tells its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Presses Ctrl-C: SIGINT. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Kills it, as SIGKILL does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end: " + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
