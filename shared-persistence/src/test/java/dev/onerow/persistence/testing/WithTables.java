package dev.onerow.persistence.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds tables of a test's own to its database: {@code @WithTables("stations")} runs the class path resource
 * {@code test-tables/sqlite/stations.sql} or {@code test-tables/postgresql/stations.sql} before the context starts.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithTables {

    /** Names of the scripts, without folder and ending, in the order in which they run. */
    String[] value();
}
