package dev.onerow.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

/** Asks for a text as {@link TextSearch} says. */
@JdbcRepository(dialect = Dialect.ANSI)
interface FoundTexts extends GenericRepository<Measurement, String> {

    @Query("""
            SELECT CASE WHEN CAST(:text AS text) LIKE CAST(:like AS text) ESCAPE '!'
                AND regexp_like(CAST(:text AS text), CAST(:regex AS text)) THEN 1 ELSE 0 END
            """)
    int isFound(String text, @Nullable String like, @Nullable String regex);
}
