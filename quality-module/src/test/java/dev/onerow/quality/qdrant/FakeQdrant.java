package dev.onerow.quality.qdrant;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteCollection;
import io.qdrant.client.grpc.CollectionsGrpc;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CountResult;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsOperationResponse;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.UpsertPoints;
import io.qdrant.client.grpc.PointsGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The few calls of Qdrant that a backfill makes, in this process and on the real wire types. It shows that our
 * requests are well-formed and that we understand the answers; what the server itself does it cannot show.
 */
final class FakeQdrant implements AutoCloseable {
    private static final Comparator<PointId> BY_ID = Comparator.comparing(PointId::hasUuid)
            .thenComparing(PointId::getNum, Long::compareUnsigned)
            .thenComparing(PointId::getUuid);

    private final Map<String, NavigableMap<PointId, PointStruct>> collections = new ConcurrentHashMap<>();
    private final List<ScrollPoints> scrolls = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private int failures;

    FakeQdrant() {
        serve(InProcessServerBuilder.forName("qdrant-" + System.identityHashCode(this))
                .directExecutor());
    }

    /** Listens at a port of this machine as well, which it returns. */
    int listen() {
        return serve(ServerBuilder.forPort(0)).getPort();
    }

    private Server serve(ServerBuilder<?> builder) {
        try {
            Server server = builder.addService(new FakeCollections())
                    .addService(new FakePoints())
                    .intercept(new KeyReader())
                    .build()
                    .start();
            servers.add(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ManagedChannel channel() {
        return InProcessChannelBuilder.forName("qdrant-" + System.identityHashCode(this))
                .directExecutor()
                .build();
    }

    /** The scrolls that it was asked for. */
    List<ScrollPoints> scrolls() {
        return List.copyOf(scrolls);
    }

    /** The API keys that came with requests. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /** Does not answer the next so many scrolls. */
    void failNext(int times) {
        failures = times;
    }

    @Override
    public void close() {
        servers.forEach(Server::shutdownNow);
    }

    private <T> void answer(
            String collection, StreamObserver<T> out, Consumer<NavigableMap<PointId, PointStruct>> answer) {
        NavigableMap<PointId, PointStruct> points = collections.get(collection);
        if (points == null) {
            out.onError(Status.NOT_FOUND
                    .withDescription("Collection `" + collection + "` doesn't exist!")
                    .asRuntimeException());
        } else {
            answer.accept(points);
            out.onCompleted();
        }
    }

    private ScrollResponse page(ScrollPoints request, NavigableMap<PointId, PointStruct> points) {
        ScrollResponse.Builder page = ScrollResponse.newBuilder();
        var from = request.hasOffset() ? points.tailMap(request.getOffset(), true) : points;
        for (PointStruct point : from.values()) {
            if (page.getResultCount() == request.getLimit()) {
                return page.setNextPageOffset(point.getId()).build();
            }
            page.addResult(RetrievedPoint.newBuilder().setId(point.getId()).putAllPayload(point.getPayloadMap()));
        }
        return page.build();
    }

    private final class FakeCollections extends CollectionsGrpc.CollectionsImplBase {
        @Override
        public void create(CreateCollection request, StreamObserver<CollectionOperationResponse> out) {
            collections.put(request.getCollectionName(), new TreeMap<>(BY_ID));
            out.onNext(CollectionOperationResponse.newBuilder().setResult(true).build());
            out.onCompleted();
        }

        @Override
        public void delete(DeleteCollection request, StreamObserver<CollectionOperationResponse> out) {
            collections.remove(request.getCollectionName());
            out.onNext(CollectionOperationResponse.newBuilder().setResult(true).build());
            out.onCompleted();
        }
    }

    private final class FakePoints extends PointsGrpc.PointsImplBase {
        @Override
        public void upsert(UpsertPoints request, StreamObserver<PointsOperationResponse> out) {
            answer(request.getCollectionName(), out, points -> {
                request.getPointsList().forEach(point -> points.put(point.getId(), point));
                out.onNext(PointsOperationResponse.getDefaultInstance());
            });
        }

        @Override
        public void delete(DeletePoints request, StreamObserver<PointsOperationResponse> out) {
            answer(request.getCollectionName(), out, points -> {
                request.getPoints().getPoints().getIdsList().forEach(points::remove);
                out.onNext(PointsOperationResponse.getDefaultInstance());
            });
        }

        @Override
        public void scroll(ScrollPoints request, StreamObserver<ScrollResponse> out) {
            scrolls.add(request);
            if (failures > 0) {
                failures--;
                out.onError(Status.UNAVAILABLE.asRuntimeException());
                return;
            }
            answer(request.getCollectionName(), out, points -> out.onNext(page(request, points)));
        }

        @Override
        public void count(CountPoints request, StreamObserver<CountResponse> out) {
            answer(
                    request.getCollectionName(),
                    out,
                    points -> out.onNext(CountResponse.newBuilder()
                            .setResult(CountResult.newBuilder().setCount(points.size()))
                            .build()));
        }
    }

    private final class KeyReader implements ServerInterceptor {
        private static final Metadata.Key<String> KEY = Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER);

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Optional.ofNullable(headers.get(KEY)).ifPresent(keys::add);
            return next.startCall(call, headers);
        }
    }
}
