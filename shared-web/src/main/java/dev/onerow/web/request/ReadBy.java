package dev.onerow.web.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which form a {@link JsonBody}, a {@link Query}, a bulk request or a part of a controller is read by, for the
 * description of the API. Where assertions are enabled, as in every test, reading anything that this form does not ask for
 * fails: what is described is what is read.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ReadBy {
    /** The form: a bean. For a {@code PUT} it may be the form of a line, whose key then stands in the path. */
    Class<? extends Form<?>> value();
}
