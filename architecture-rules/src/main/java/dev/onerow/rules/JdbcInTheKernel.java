package dev.onerow.rules;

import dev.onerow.rules.code.ClassFile;
import dev.onerow.rules.code.Mention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rule 1. What makes SQL at run time needs one of these types to run it; so the text rules need not see it. */
final class JdbcInTheKernel {
    private static final Rule RULE = Rule.ONLY_THE_KERNEL_TOUCHES_JDBC;
    private static final List<String> FORBIDDEN = List.of(
            "java.sql.",
            "javax.sql.",
            "org.postgresql.",
            "org.sqlite.",
            "com.mysql.",
            "org.mariadb.",
            "org.h2.",
            "oracle.jdbc.",
            "com.microsoft.sqlserver.",
            "com.zaxxer.hikari.",
            "io.r2dbc.",
            "io.micronaut.jdbc.",
            "io.micronaut.data.jdbc.operations.",
            "io.micronaut.data.jdbc.runtime.",
            "io.micronaut.data.r2dbc.operations.",
            "io.micronaut.data.connection.jdbc.",
            "io.micronaut.transaction.jdbc.",
            "jakarta.persistence.EntityManager",
            "org.hibernate.",
            "org.jooq.",
            "org.jdbi.",
            "org.apache.ibatis.",
            "org.springframework.jdbc.",
            "groovy.sql.");

    private final Project project;

    JdbcInTheKernel(Project project) {
        this.project = project;
    }

    Stream<Violation> violations() {
        return Emptiness.orElse(
                List.of(Emptiness.ofCode(RULE, project)),
                () -> project.code().stream()
                        .filter(file -> !file.isGenerated())
                        .flatMap(JdbcInTheKernel::violations));
    }

    static boolean isForbidden(String type) {
        return FORBIDDEN.stream().anyMatch(type::startsWith);
    }

    private static Stream<Violation> violations(ClassFile file) {
        Map<String, Mention> firstOfEachType = new LinkedHashMap<>();
        file.mentions().stream()
                .filter(mention -> isForbidden(mention.type()))
                .forEach(mention -> firstOfEachType.merge(mention.type(), mention, JdbcInTheKernel::withLine));
        return firstOfEachType.values().stream().map(JdbcInTheKernel::violation);
    }

    private static Mention withLine(Mention one, Mention other) {
        return one.place().line() > 0 ? one : other;
    }

    private static Violation violation(Mention mention) {
        return new Violation(
                RULE,
                mention.place().type(),
                mention.place().toString(),
                "touches " + mention.type(),
                "write through a Store, read through a repository with @Query; what only JDBC can do belongs into the kernel");
    }
}
