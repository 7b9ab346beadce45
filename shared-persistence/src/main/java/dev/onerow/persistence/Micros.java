package dev.onerow.persistence;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps an {@link java.time.Instant} to microseconds on both databases: {@code timestamptz}, and on SQLite text of a fixed
 * width that sorts as the instants do. Without it SQLite would keep milliseconds.
 *
 * <p>Stands on members of records with {@code @MappedEntity}, which the projection of a written query has to be as well,
 * and on parameters of written queries; those of derived queries have it from the member. Micronaut Data 4.14 cannot be
 * told so once for a whole class: it takes the class to be converted for the converter.
 */
@TypeDef(type = DataType.STRING, converter = InstantConverter.class)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Micros {}
