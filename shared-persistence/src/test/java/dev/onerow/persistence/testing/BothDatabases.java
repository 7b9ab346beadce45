package dev.onerow.persistence.testing;

import dev.onerow.persistence.DatabaseKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Carries out {@link OnBothDatabases}, {@link OnDatabase} and {@link WithTables}. */
final class BothDatabases implements ClassTemplateInvocationContextProvider {
    private static final Namespace NAMESPACE = Namespace.create(BothDatabases.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        return AnnotationSupport.findAnnotation(tests, OnDatabase.class)
                .map(wish -> wish.value() == DatabaseKind.SQLITE
                        ? onSqlite(wish.migrated())
                        : onPostgresql(wish.migrated(), wish.postgres()))
                .orElseGet(() -> AnnotationSupport.findAnnotation(tests, OnBothDatabases.class)
                        .map(wish -> Stream.concat(
                                onSqlite(wish.migrated()), onPostgresql(wish.migrated(), wish.postgres())))
                        .orElseThrow());
    }

    private static Stream<ClassTemplateInvocationContext> onSqlite(boolean migrated) {
        return Stream.of(new Invocation("SQLite", () -> new TestSqlite(migrated)));
    }

    private static Stream<ClassTemplateInvocationContext> onPostgresql(boolean migrated, int... majors) {
        return majors.length == 0
                ? Stream.of(new Invocation("PostgreSQL", () -> new TestPostgresql(PostgresqlServer.of(null), migrated)))
                : Arrays.stream(majors)
                        .mapToObj(major -> new Invocation(
                                "PostgreSQL " + major, () -> new TestPostgresql(PostgresqlServer.of(major), migrated)));
    }

    /** One run of the class, which holds the database: JUnit resolves constructor parameters outside of its stores. */
    private static final class Invocation implements ClassTemplateInvocationContext, ParameterResolver {
        private final String name;
        private final Supplier<TestDatabase> source;
        private @Nullable TestDatabase database;

        Invocation(String name, Supplier<TestDatabase> source) {
            this.name = name;
            this.source = source;
        }

        @Override
        public String getDisplayName(int index) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            TestDatabase fresh = source.get();
            context.getStore(NAMESPACE).put(TestDatabase.class, fresh); // JUnit closes it when the class is through.
            AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithTables.class)
                    .ifPresent(tables -> Arrays.stream(tables.value()).forEach(fresh::runScript));
            database = fresh;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            // A test template may bring kinds of its own, those of a second database.
            return type == TestDatabase.class
                    || (type == DatabaseKind.class
                            && !AnnotationSupport.isAnnotated(parameter.getDeclaringExecutable(), TestTemplate.class));
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            TestDatabase prepared = Objects.requireNonNull(database);
            return parameter.getParameter().getType() == DatabaseKind.class ? prepared.kind() : prepared;
        }
    }
}
