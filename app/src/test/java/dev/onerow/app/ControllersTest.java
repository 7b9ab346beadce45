package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import dev.onerow.web.request.ReadTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Controllers, as far as only their code tells whether the description of the API is whole. */
class ControllersTest {
    private static final List<Class<?>> READ = List.of(JsonBody.class, Query.class, BulkRequest.class);

    @Test
    void sayByWhichFormTheyRead() {
        assertThat(Controllers.parameters())
                .filteredOn(parameter ->
                        READ.stream().anyMatch(type -> parameter.getRawType().isEquivalentTo(type)))
                .hasSizeGreaterThan(30)
                .allMatch(parameter ->
                        parameter.isAnnotatedWith(ReadBy.class) || parameter.isAnnotatedWith(ReadTexts.class));
    }
}
