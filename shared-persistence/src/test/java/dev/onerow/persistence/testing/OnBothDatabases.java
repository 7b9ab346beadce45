package dev.onerow.persistence.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class once on SQLite and once on PostgreSQL, each time on a fresh database with all migrations applied.
 * The class gets it as a constructor or method parameter of type {@link TestDatabase}.
 *
 * <p>PostgreSQL comes from {@code ONEROW_TEST_POSTGRES_URL} (a JDBC URL of a role that may create databases), else from
 * Testcontainers when a Docker engine answers, else from embedded binaries: one server for the whole JVM.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(BothDatabases.class)
public @interface OnBothDatabases {

    /** Major versions of PostgreSQL to run on, each in turn; empty: whichever is at hand. */
    int[] postgres() default {};

    /** Whether the database has our tables already; without them it is empty until the context is started. */
    boolean migrated() default true;
}
