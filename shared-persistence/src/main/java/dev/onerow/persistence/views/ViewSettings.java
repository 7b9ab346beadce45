package dev.onerow.persistence.views;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Where views are and may look.
 *
 * @param dataSchemas schemas of PostgreSQL that views may read, besides our own: {@code ONEROW_DATA_SCHEMAS}
 */
@ConfigurationProperties("onerow")
record ViewSettings(@Bindable(defaultValue = "public") List<String> dataSchemas) {
    /** Where views are made on PostgreSQL. A migration creates it. */
    static final String OWN_SCHEMA = "registry_views";

    /** Tables that no view may read, though they lie in a readable schema: what users uploaded. */
    static final List<String> CONFIDENTIAL_TABLES = List.of("backfill_inputs");

    private static final String SERVICE_SCHEMA = "onerow";

    /** The schemas that views may read, in the order in which a name is looked up. */
    List<String> readableSchemas() {
        var all = new LinkedHashSet<String>();
        all.add(OWN_SCHEMA);
        dataSchemas.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(all::add);
        all.add(SERVICE_SCHEMA);
        return new ArrayList<>(all);
    }
}
