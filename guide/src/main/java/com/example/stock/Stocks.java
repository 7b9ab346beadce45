package com.example.stock;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

// guide: the reads
@JdbcRepository(dialect = Dialect.ANSI)
interface Stocks extends GenericRepository<Stock, Long> {
    List<Stock> findByWarehouseOrderBySku(String warehouse);
}
// guide: end
