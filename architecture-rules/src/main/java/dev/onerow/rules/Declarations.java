package dev.onerow.rules;

import dev.onerow.rules.schema.Schema;
import dev.onerow.rules.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Rule 4: tables and their declarations, one to one. */
final class Declarations {
    private static final Rule RULE = Rule.KEYED_TABLES_ARE_DECLARED_ONCE;

    private final Project project;
    private final KeyedTables tables;

    Declarations(Project project) {
        this.project = project;
        this.tables = project.tables();
    }

    Stream<Violation> violations() {
        List<Schema> schemas = project.schemas();
        return Emptiness.orElse(
                List.of(
                        Emptiness.ofCode(RULE, project),
                        Emptiness.ofTables(RULE, project),
                        OneSchema.emptyDatabase(RULE, schemas)),
                () -> Stream.concat(
                        twins(),
                        schemas.stream().flatMap(schema -> Stream.concat(withoutTable(schema), undeclared(schema)))));
    }

    private Stream<Violation> twins() {
        return tables.declarations().entrySet().stream()
                .filter(declared -> declared.getValue().size() > 1)
                .flatMap(declared -> declared.getValue().stream()
                        .skip(1)
                        .map(row -> new Violation(
                                RULE,
                                row,
                                row,
                                "declares the table " + declared.getKey() + " a second time, after "
                                        + declared.getValue().get(0),
                                "keep one of the two")));
    }

    private Stream<Violation> withoutTable(Schema schema) {
        return tables.names().stream()
                .filter(table -> !schema.tables().containsKey(table))
                .map(table -> {
                    List<String> rows = tables.declarationsOf(table);
                    String place = rows.isEmpty() ? "keyed(\"" + table + "\")" : rows.get(0);
                    return new Violation(
                            RULE,
                            place,
                            place,
                            "declares the table " + table + ", which the migrations of " + schema.database()
                                    + " do not make",
                            "add a migration, or correct the name in @MappedEntity");
                });
    }

    private Stream<Violation> undeclared(Schema schema) {
        return schema.tables().values().stream()
                .filter(Table::isKeyed)
                .filter(table -> !tables.contains(table.name()))
                .map(table -> new Violation(
                        RULE,
                        table.name(),
                        "table " + table.name() + " of " + schema.database(),
                        "has the key " + table.businessKeys() + ", and no class declares it",
                        "declare its row with @KeyedTable"));
    }
}
