package dev.onerow.web.request;

import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The outlines of the forms that arguments of controllers name. Thread-safe. */
@Singleton
public final class Outlines {
    private final BeanContext beans;
    private final Map<Class<?>, Outline> outlines = new ConcurrentHashMap<>();

    Outlines(BeanContext beans) {
        this.beans = beans;
    }

    /** The outline of what an argument is read by, or none when it does not say. */
    public Optional<Outline> of(AnnotationMetadata argument) {
        return argument.classValue(ReadBy.class)
                .map(form -> outlines.computeIfAbsent(form, type -> Outline.of((Form<?>) beans.getBean(type))));
    }
}
