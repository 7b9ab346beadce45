package dev.onerow.quality.qdrant;

import com.google.common.util.concurrent.ListenableFuture;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternReading;
import dev.onerow.quality.domain.Point;
import dev.onerow.quality.domain.PointSource;
import io.grpc.Status;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.WithVectorsSelectorFactory;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Points of a Qdrant server, by id, a hundred a page, with payload and without vectors. A place is the id of the next
 * point. Never ordered by anything else: an order leaves points out and gives no next place.
 */
final class QdrantPoints implements PointSource {
    private static final int PAGE = 100;
    private static final int TRIES = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** As a server scrolls: numbers, which have no sign, before UUIDs. */
    private static final Comparator<PointId> IN_ORDER = Comparator.comparing(PointId::hasUuid)
            .thenComparing(PointId::getNum, Long::compareUnsigned)
            .thenComparing(PointId::getUuid);

    private final QdrantClient client;

    QdrantPoints(QdrantClient client) {
        this.client = client;
    }

    @Override
    public Batch read(String collection, String place, int atMost) {
        List<Point> points = new ArrayList<>();
        Optional<String> next = Optional.of(place);
        while (next.isPresent() && points.size() < atMost) {
            ScrollResponse page = scroll(collection, next.get(), Math.min(PAGE, atMost - points.size()));
            page.getResultList().forEach(point -> points.add(point(collection, point)));
            boolean isLast = page.getResultCount() == 0 || !page.hasNextPageOffset();
            next = isLast ? Optional.empty() : Optional.of(text(page.getNextPageOffset()));
        }
        return new Batch(points, next);
    }

    @Override
    public void replay(String collection, String until, Consumer<Point> points) {
        Optional<PointId> end = until.isEmpty() ? Optional.empty() : Optional.of(id(until));
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Batch batch = read(collection, next.get(), PAGE);
            for (Point point : batch.points()) {
                // By order and not by being the same: the point at the place may be gone by now.
                if (end.filter(place -> IN_ORDER.compare(id(point.label()), place) >= 0)
                        .isPresent()) {
                    return;
                }
                points.accept(point);
            }
            next = batch.next();
        }
    }

    @Override
    public long count(String collection) {
        return call(collection, () -> client.countAsync(collection, null, true, DEADLINE));
    }

    @Override
    public void close() {
        client.close();
    }

    private ScrollResponse scroll(String collection, String place, int limit) {
        ScrollPoints.Builder request = ScrollPoints.newBuilder()
                .setCollectionName(collection)
                .setLimit(limit)
                .setWithPayload(WithPayloadSelectorFactory.enable(true))
                .setWithVectors(WithVectorsSelectorFactory.enable(false));
        if (!place.isEmpty()) {
            request.setOffset(id(place));
        }
        return call(collection, () -> client.scrollAsync(request.build(), DEADLINE));
    }

    private static Point point(String collection, RetrievedPoint point) {
        String id = text(point.getId());
        return new Point(
                id,
                collection,
                PatternId.ofPoint(collection, id),
                PatternReading.of(Payloads.plain(point.getPayloadMap())));
    }

    private static String text(PointId id) {
        return id.hasUuid() ? id.getUuid() : Long.toUnsignedString(id.getNum());
    }

    private static PointId id(String text) {
        boolean isNumber = text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber
                ? PointId.newBuilder().setNum(Long.parseUnsignedLong(text)).build()
                : PointId.newBuilder().setUuid(text).build();
    }

    private static <T> T call(String collection, Supplier<ListenableFuture<T>> request) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get().get(2 * DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException failure) {
                if (isMissing(failure)) {
                    throw new MissingCollection(collection);
                }
                if (attempt == TRIES) {
                    Status.Code code = Status.fromThrowable(failure).getCode();
                    throw new SourceFailure("Qdrant does not answer about " + collection + ": " + code, failure);
                }
                pause(pause);
                pause = pause.multipliedBy(3);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SourceFailure("Interrupted while waiting for Qdrant", interrupted);
            }
        }
    }

    private static boolean isMissing(Exception failure) {
        return Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SourceFailure("Interrupted between two requests to Qdrant", interrupted);
        }
    }
}
