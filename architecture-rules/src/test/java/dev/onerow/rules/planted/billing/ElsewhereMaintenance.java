package dev.onerow.rules.planted.billing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Planted: listed maintenance of a table whose declaration stands in another package. */
@JdbcRepository(dialect = Dialect.ANSI)
interface ElsewhereMaintenance extends GenericRepository<ElsewhereMaintenance.BillRow, String> {
    @Query("DELETE FROM station WHERE code = :code")
    void forget(String code);

    @MappedEntity("bill_view")
    record BillRow(@Id String code) {}
}
