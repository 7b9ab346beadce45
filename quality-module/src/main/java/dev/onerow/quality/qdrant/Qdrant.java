package dev.onerow.quality.qdrant;

import dev.onerow.quality.application.PointSources;
import dev.onerow.quality.domain.PointSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects to Qdrant servers. */
@Factory
public class Qdrant {
    private static final int GRPC_PORT = 6334;

    @Singleton
    @Requires(missingBeans = PointSources.class)
    PointSources configured(
            @Value("${onerow.qdrant.url:`http://localhost:6334`}") String url,
            @Nullable @Value("${onerow.qdrant.api-key:}") String apiKey) {
        return () -> connect(url, Optional.ofNullable(apiKey), Duration.ZERO);
    }

    /**
     * Connects to a server.
     *
     * @param url {@code http://host:6334}, or https
     * @param apiKey empty: none
     * @param pauseBetweenPages waited before each page
     * @throws IllegalArgumentException when the URL is none
     */
    public static PointSource connect(String url, Optional<String> apiKey, Duration pauseBetweenPages) {
        URI server = URI.create(url);
        if (server.getHost() == null) {
            throw new IllegalArgumentException("Not the URL of a Qdrant server: http://host:6334");
        }
        int port = server.getPort() < 0 ? GRPC_PORT : server.getPort();
        QdrantGrpcClient.Builder client =
                QdrantGrpcClient.newBuilder(server.getHost(), port, "https".equals(server.getScheme()), false);
        apiKey.filter(key -> !key.isBlank()).ifPresent(client::withApiKey);
        return new QdrantPoints(new QdrantClient(client.build()), pauseBetweenPages);
    }
}
