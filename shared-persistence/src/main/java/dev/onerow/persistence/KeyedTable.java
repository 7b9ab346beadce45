package dev.onerow.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a Micronaut Data record maps a table whose rows are found again by a business key.
 *
 * <p>The declaration is the only place that says how the table is written. It stands beside
 * {@code @MappedEntity}; names, converters and types come from that mapping. At start every declared table is
 * proved against the live database, and nothing is served while one of them fails.
 *
 * <p>Members that the database or the kernel supplies are ignored on the way in: a generated {@code @Id},
 * {@code @Version}, {@code @DateCreated} and {@code @DateUpdated}.
 *
 * @see OnConflict
 * @see Stores#of(Class)
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KeyedTable {

    /**
     * The business key: names of members, not of columns. The table has a unique index over exactly this set of
     * columns, whatever their order. Never a surrogate that the caller makes up anew for each write.
     */
    String[] conflictsOn();

    /**
     * The stale guard: members that say how new a state of the row is, compared in this order. A write that is
     * lower than the stored row is {@link Outcome#STALE}; at equality the later write wins. Allowed with
     * {@link MergeRule#REPLACE} and {@link MergeRule#KEEP} only, because with any other rule the order of arrival
     * would show. Empty: no guard.
     */
    String[] newerBy() default {};
}
