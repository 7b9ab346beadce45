package dev.onerow.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what becomes of one column when the row of its key is already there. A member without it is
 * {@link MergeRule#REPLACE}. It has no place on a key member, nor on one that the kernel or the database supplies.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface OnConflict {

    /** The rule by which the stored and the incoming value become one. */
    MergeRule value();
}
