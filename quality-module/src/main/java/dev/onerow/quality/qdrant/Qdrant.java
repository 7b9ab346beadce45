package dev.onerow.quality.qdrant;

import dev.onerow.quality.application.PointSources;
import dev.onerow.quality.domain.PointSource;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects to the Qdrant server of the settings. */
@Factory
class Qdrant {
    private static final int GRPC_PORT = 6334;

    /** A hundred payloads; of its own accord gRPC takes 4 MiB, which a hundred pieces of code may exceed. */
    private static final int LARGEST_PAGE_BYTES = 64 << 20;

    @Singleton
    @Requires(missingBeans = PointSources.class)
    PointSources configured(
            @Value("${onerow.qdrant.url:`http://localhost:6334`}") String url,
            @Nullable @Value("${onerow.qdrant.api-key:}") String apiKey) {
        // Here and not with each job: a URL that is none stops the start.
        URI server = server(url);
        return () -> connect(server, Optional.ofNullable(apiKey));
    }

    private static URI server(String url) {
        try {
            URI server = new URI(url);
            if (server.getHost() == null) {
                throw new URISyntaxException(url, "It has no host");
            }
            return server;
        } catch (URISyntaxException malformed) {
            throw new ConfigurationException(
                    "ONEROW_QDRANT_URL is \"" + url + "\"; wanted is the URL of a Qdrant server: http://host:6334.",
                    malformed);
        }
    }

    private static PointSource connect(URI server, Optional<String> apiKey) {
        int port = server.getPort() < 0 ? GRPC_PORT : server.getPort();
        ManagedChannelBuilder<?> channel =
                ManagedChannelBuilder.forAddress(server.getHost(), port).maxInboundMessageSize(LARGEST_PAGE_BYTES);
        ManagedChannel secured = "https".equals(server.getScheme())
                ? channel.useTransportSecurity().build()
                : channel.usePlaintext().build();
        QdrantGrpcClient.Builder client = QdrantGrpcClient.newBuilder(secured, true, false);
        apiKey.filter(key -> !key.isBlank()).ifPresent(client::withApiKey);
        return new QdrantPoints(new QdrantClient(client.build()));
    }
}
