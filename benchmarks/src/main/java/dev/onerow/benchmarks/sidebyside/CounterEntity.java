package dev.onerow.benchmarks.sidebyside;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The counter table as Hibernate wants it: the business key is the id, or there is no upsert by it. */
@Entity
@Table(name = "http_error_summary")
@IdClass(CounterEntity.CounterId.class)
class CounterEntity {
    @Id
    @Nullable
    String host;

    @Id
    @Column(name = "status_code")
    int statusCode;

    @Column(name = "error_type", updatable = false)
    @Nullable
    String errorType;

    long count;

    @Column(name = "first_seen")
    @Nullable
    Instant firstSeen;

    @Column(name = "last_seen")
    @Nullable
    Instant lastSeen;

    long version;

    @Column(name = "created_at", updatable = false)
    @Nullable
    Instant createdAt;

    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;

    static CounterEntity of(Counters.Counter row) {
        CounterEntity entity = new CounterEntity();
        entity.host = row.host();
        entity.statusCode = row.statusCode();
        entity.errorType = row.errorType();
        entity.count = row.count();
        entity.firstSeen = row.firstSeen();
        entity.lastSeen = row.lastSeen();
        entity.version = 1;
        entity.createdAt = row.lastSeen();
        entity.updatedAt = row.lastSeen();
        return entity;
    }

    /** The key, as Hibernate wants it. */
    static class CounterId implements Serializable {
        private static final long serialVersionUID = 1;

        @Nullable
        String host;

        int statusCode;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CounterId id && Objects.equals(host, id.host) && statusCode == id.statusCode;
        }

        @Override
        public int hashCode() {
            return Objects.hash(host, statusCode);
        }
    }
}
