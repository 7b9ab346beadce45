package dev.onerow.persistence;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a {@link java.time.LocalDate} to a {@code date}, and on SQLite to the text {@code 2026-02-03}. Stands where
 * {@link Micros} does. Without it SQLite would keep the midnight of this machine's time zone.
 */
@TypeDef(type = DataType.STRING, converter = LocalDateConverter.class)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface IsoDate {}
