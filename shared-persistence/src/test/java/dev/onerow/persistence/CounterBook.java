package dev.onerow.persistence;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** A table that the kernel knows nothing of. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CounterBook extends GenericRepository<CounterBook.Counter, String> {

    Counter save(Counter counter);

    @MappedEntity("counters")
    record Counter(@Id String name, long amount) {}
}
