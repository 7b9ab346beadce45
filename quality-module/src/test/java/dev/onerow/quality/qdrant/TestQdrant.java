package dev.onerow.quality.qdrant;

import io.qdrant.client.PointIdFactory;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The server of {@code ONEROW_TEST_QDRANT_URL} ({@code http://host:6334}) when that is set, else {@link FakeQdrant}.
 * Collections have names of their own and go when it is closed.
 */
final class TestQdrant implements AutoCloseable {
    private final String prefix = "onerow-" + UUID.randomUUID() + "-";
    private final List<String> collections = new ArrayList<>();
    private final @Nullable FakeQdrant fake;
    private final QdrantClient client;

    TestQdrant() {
        fake = server().isPresent() ? null : new FakeQdrant();
        client = connect();
    }

    /** The stand-in, for tests that make it fail or look at what it was asked; empty with a real server. */
    Optional<FakeQdrant> fake() {
        return Optional.ofNullable(fake);
    }

    QdrantPoints points() {
        return new QdrantPoints(connect());
    }

    String name(String collection) {
        return prefix + collection;
    }

    String collection(String name) {
        VectorParams vectors = VectorParams.newBuilder()
                .setSize(2)
                .setDistance(Distance.Cosine)
                .build();
        done(client.createCollectionAsync(name(name), vectors));
        collections.add(name(name));
        return name(name);
    }

    void put(String collection, long id, Map<String, Value> payload) {
        put(collection, PointIdFactory.id(id), payload);
    }

    void put(String collection, UUID id, Map<String, Value> payload) {
        put(collection, PointIdFactory.id(id), payload);
    }

    private void put(String collection, PointId id, Map<String, Value> payload) {
        PointStruct point = PointStruct.newBuilder()
                .setId(id)
                .setVectors(VectorsFactory.vectors(1f, 0f))
                .putAllPayload(payload)
                .build();
        done(client.upsertAsync(collection, List.of(point)));
    }

    void remove(String collection, UUID id) {
        done(client.deleteAsync(collection, List.of(PointIdFactory.id(id))));
    }

    private QdrantClient connect() {
        if (fake != null) {
            return new QdrantClient(
                    QdrantGrpcClient.newBuilder(fake.channel(), true).build());
        }
        URI server = server().orElseThrow();
        return new QdrantClient(
                QdrantGrpcClient.newBuilder(server.getHost(), server.getPort(), "https".equals(server.getScheme()))
                        .build());
    }

    private static Optional<URI> server() {
        return Optional.ofNullable(System.getenv("ONEROW_TEST_QDRANT_URL"))
                .filter(url -> !url.isBlank())
                .map(URI::create);
    }

    private static void done(Future<?> request) {
        try {
            request.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        collections.forEach(collection -> done(client.deleteCollectionAsync(collection)));
        client.close();
        if (fake != null) {
            fake.close();
        }
    }
}
