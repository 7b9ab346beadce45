package dev.onerow.app;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The controllers of all contexts, read from their class files. */
final class Controllers {
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(Get.class, Put.class, Post.class, Delete.class);

    private Controllers() {}

    /** What they serve, as {@code PUT /v1/registry/rules/{rule_code}}. */
    static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        methods()
                .forEach(method -> VERBS.stream()
                        .filter(method::isAnnotatedWith)
                        .forEach(verb -> operations.add(verb.getSimpleName().toUpperCase(Locale.ROOT)
                                + " "
                                + value(method.getOwner().getAnnotationOfType(Controller.class))
                                + value(method.getAnnotationOfType(verb)))));
        return operations;
    }

    static List<JavaParameter> parameters() {
        return methods().flatMap(method -> method.getParameters().stream()).toList();
    }

    private static Stream<JavaMethod> methods() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.onerow").stream()
                        .filter(type -> type.isAnnotatedWith(Controller.class))
                        .filter(type -> type.getPackageName().endsWith(".web"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> VERBS.stream().anyMatch(method::isAnnotatedWith));
    }

    private static String value(Annotation annotation) {
        try {
            String path =
                    (String) annotation.annotationType().getMethod("value").invoke(annotation);
            return path.equals("/") ? "" : path;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
