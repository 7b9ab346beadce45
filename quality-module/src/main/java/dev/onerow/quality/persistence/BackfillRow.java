package dev.onerow.quality.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillState;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backfill: decided once, when it is opened, and patched from then on. */
@MappedEntity("backfills")
@KeyedTable(conflictsOn = "id")
record BackfillRow(
        @Id UUID id,
        @OnConflict(MergeRule.KEEP) String source,
        String state,
        @OnConflict(MergeRule.KEEP) Json params,
        @Nullable Json checkpoint,
        long seen,
        long scored,
        long unchanged,
        long skipped,
        long failed,
        @Nullable Json problems,
        long problemCount,
        @Micros @Nullable Instant leaseUntil,
        @Micros @Nullable Instant startedAt,
        @Micros @Nullable Instant finishedAt,
        @Version long rowVersion,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static BackfillRow opened(UUID id, BackfillOrder order, boolean isAttended, Optional<Instant> leaseUntil) {
        return new BackfillRow(
                id,
                order.source().word(),
                BackfillState.QUEUED.word(),
                BackfillJson.params(order, isAttended),
                null,
                0,
                0,
                0,
                0,
                0,
                null,
                0,
                leaseUntil.orElse(null),
                null,
                null,
                0,
                null,
                null);
    }

    Backfill backfill() {
        BackfillOrder order = BackfillJson.order(source, params);
        return new Backfill(
                new BackfillId(id),
                order,
                BackfillJson.isAttended(params),
                BackfillState.of(state),
                Optional.ofNullable(checkpoint).map(json -> BackfillJson.progress(order, json)),
                new BackfillCounts(scored, unchanged, skipped, failed),
                BackfillJson.problems(problems),
                problemCount,
                Optional.ofNullable(leaseUntil),
                Optional.ofNullable(startedAt),
                Optional.ofNullable(finishedAt),
                rowVersion,
                Objects.requireNonNull(createdAt),
                Objects.requireNonNull(updatedAt));
    }
}
