package dev.onerow.web.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowClientsTest {
    private static final String NDJSON = "application/x-ndjson";

    private final Service service = Service.shared();
    private final Things things = service.things();

    @BeforeEach
    void startEmpty() {
        things.clear();
    }

    @Test
    void servesAClientThatSendsEverythingBeforeItReads() throws IOException {
        try (RawConnection client = new RawConnection(service.port())) {
            client.startPost("/v1/things/bulk", NDJSON);
            for (int i = 0; i < 60; i++) {
                client.sendChunk("{\"kode\":1}\n".repeat(1_000));
            }
            client.endBody();

            assertThat(client.readHead()).isEqualTo("HTTP/1.1 207 Multi-Status");
            String line = client.readLine();
            int answered = 0;
            while (line != null && !line.contains("\"receipt\"")) {
                answered += line.startsWith("{\"line\":") ? 1 : 0;
                line = client.readLine();
            }

            assertThat(line).contains("\"received\":60000", "\"rejected\":60000");
            // A line may be torn apart by the frames of the transfer.
            assertThat(answered).isGreaterThan(58_000);
            assertThat(eventually(() -> openSpoolFiles() == 0)).isTrue();
        }
    }

    @Test
    void answersWhatIsCommittedWhileMoreIsBeingSent() throws IOException {
        try (RawConnection client = new RawConnection(service.port())) {
            client.startPost("/v1/things/bulk", NDJSON);
            client.sendChunk(lines(0, 1_000));

            assertThat(client.readHead()).isEqualTo("HTTP/1.1 207 Multi-Status");
            String line = client.readLine();
            while (line != null && !line.startsWith("{\"line\":900,")) {
                line = client.readLine();
            }
            assertThat(things.size()).isEqualTo(1_000);

            client.sendChunk(lines(1_000, 1_500));
            client.endBody();
            while (line != null && !line.contains("receipt")) {
                line = client.readLine();
            }

            assertThat(line).contains("\"inserted\":1500");
        }
    }

    @Test
    void neverAnswersHalfABodyAsAWholeOne() throws IOException {
        try (RawConnection client = new RawConnection(service.port())) {
            client.startPost("/v1/things/bulk", NDJSON);
            client.sendChunk(lines(0, 1_500));
            client.send("this is no chunk\r\n");

            String line = client.readHead();
            while (line != null && !line.contains("receipt")) {
                line = client.readLine();
            }

            assertThat(line).isNull();
            assertThat(things.size()).isEqualTo(1_000);
        }
    }

    @Test
    void namesRequestsThatCannotBeParsed() throws IOException {
        for (String request :
                new String[] {"NONSENSE", "GET /" + "a".repeat(20_000) + " HTTP/1.1", "GET /%zz HTTP/1.1"}) {
            try (RawConnection client = new RawConnection(service.port())) {
                client.send(request + "\r\nHost: localhost\r\n\r\n");

                String head = "";
                for (String line = client.readLine(); line != null && !line.isEmpty(); line = client.readLine()) {
                    head += line.toLowerCase(Locale.ROOT) + "\n";
                }

                assertThat(head).contains("content-type: application/problem+json", "x-request-id: ");
            }
        }
    }

    @Test
    void tellsThePathThatItCannotRead() throws IOException {
        try (RawConnection client = new RawConnection(service.port())) {
            client.send("GET /v1/things/%zz?limit=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.readRest()).contains("\"status\":400", "\"instance\":\"/v1/things/%25zz\"");
        }
    }

    @Test
    void stopsWhenTheClientVanishesWhileItSends() throws IOException {
        RawConnection client = new RawConnection(service.port());
        client.startPost("/v1/things/bulk", NDJSON);
        for (int i = 0; i < 40; i++) {
            client.sendChunk("{\"kode\":1}\n".repeat(1_000));
        }
        client.sendChunk(lines(0, 10));
        client.vanish();

        assertThat(eventually(() -> openSpoolFiles() == 0 && service.streamsAtWork() == 0))
                .isTrue();
        assertThat(things.size()).isZero();
        assertThat(service.client().get("/v1/things").status()).isEqualTo(200);
    }

    @Test
    void stopsWhenTheClientVanishesWhileItsAnswersWait() throws IOException {
        RawConnection client = new RawConnection(service.port());
        client.startPost("/v1/things/bulk", NDJSON);
        for (int i = 0; i < 60; i++) {
            client.sendChunk("{\"kode\":1}\n".repeat(1_000));
        }
        client.endBody();
        client.readHead();
        client.vanish();

        assertThat(eventually(() -> openSpoolFiles() == 0 && service.streamsAtWork() == 0))
                .isTrue();
    }

    @Test
    void cutsAClientThatReadsNothingOfItsRows() throws IOException {
        try (Service impatient = Service.start(Map.of("onerow.web.patience-seconds", 1));
                RawConnection client = new RawConnection(impatient.port())) {
            client.send("GET /v1/things/rows?count=2000000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(eventually(() -> openSpoolFiles() == 1)).isTrue();

            assertThat(eventually(() -> openSpoolFiles() == 0)).isTrue();

            assertThatThrownBy(() -> {
                        long rows = 0;
                        while (client.readLine() != null) {
                            rows++;
                        }
                        assertThat(rows).isLessThan(2_000_000);
                        throw new IOException("closed");
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void makesRowsAtItsOwnSpeedWhateverThatOfTheClient() throws IOException {
        try (RawConnection client = new RawConnection(service.port())) {
            client.send("GET /v1/things/rows?count=2000000 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(eventually(() -> openSpoolFiles() == 1)).isTrue();

            assertThat(eventually(() -> service.streamsAtWork() == 0)).isTrue();

            assertThat(openSpoolFiles()).isEqualTo(1);
            int lines = 0;
            while (client.readLine() != null) {
                lines++;
            }
            assertThat(lines).isGreaterThan(2_000_000);
        }
    }

    @Test
    void doesNotCutAClientThatReadsSlowly() throws IOException {
        try (Service impatient = Service.start(Map.of("onerow.web.patience-seconds", 5));
                RawConnection client = new RawConnection(impatient.port())) {
            client.send("GET /v1/things/rows?count=120000 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            int lines = 0;
            while (client.readLine() != null) {
                lines++;
                if (lines % 360 == 0) {
                    // The passing of time is what this is about: 300 KB/s.
                    LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
                }
            }

            assertThat(lines).isGreaterThan(120_000);
        }
    }

    @Test
    void doesNotCutAClientThatIsStillSending() throws IOException {
        try (Service impatient = Service.start(Map.of("onerow.web.patience-seconds", 1));
                RawConnection client = new RawConnection(impatient.port())) {
            client.startPost("/v1/things/bulk", NDJSON);
            for (int i = 0; i < 60; i++) {
                client.sendChunk("{\"kode\":1}\n".repeat(1_000));
            }

            // The passing of time is what this is about.
            LockSupport.parkNanos(Duration.ofMillis(2_500).toNanos());
            client.sendChunk("{\"kode\":1}\n");
            client.endBody();

            String line = client.readHead();
            while (line != null && !line.contains("receipt")) {
                line = client.readLine();
            }
            assertThat(line).contains("\"received\":60001");
        }
    }

    @Test
    void readsOnWithoutAnEndWhenTheStoreIsAway() throws IOException {
        things.failAfter(1, new StoreUnavailable("gone", null));
        try (RawConnection client = new RawConnection(service.port())) {
            client.startPost("/v1/things/bulk", NDJSON);
            for (int i = 0; i < 100; i++) {
                client.sendChunk(lines(i * 1_000, (i + 1) * 1_000));
            }
            client.endBody();

            String line = client.readHead();
            while (line != null && !line.contains("receipt")) {
                line = client.readLine();
            }
            assertThat(line).contains("\"received\":1000,", "store-unavailable");
        }
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"code\":\"K" + i + "\",\"amount\":1}\n")
                .collect(Collectors.joining());
    }

    /** Files of spools that this process has open; they have no name any more. Always none where /proc is not. */
    private static long openSpoolFiles() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(SlowClientsTest::isSpoolFile).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isSpoolFile(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains("onerow-");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }
}
