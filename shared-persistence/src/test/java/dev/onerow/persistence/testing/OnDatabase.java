package dev.onerow.persistence.testing;

import dev.onerow.persistence.DatabaseKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** As {@link OnBothDatabases}, for what only one of them can do: the class runs on that one. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(BothDatabases.class)
public @interface OnDatabase {

    /** The one. */
    DatabaseKind value();

    /** As {@link OnBothDatabases#migrated}. */
    boolean migrated() default true;

    /** As {@link OnBothDatabases#postgres}; of no meaning for SQLite. */
    int[] postgres() default {};
}
