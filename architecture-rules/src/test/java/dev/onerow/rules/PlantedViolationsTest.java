package dev.onerow.rules;

import static dev.onerow.rules.Rule.BOTH_DATABASES_HAVE_ONE_SCHEMA;
import static dev.onerow.rules.Rule.CONTEXTS_MEET_ONLY_THROUGH_API;
import static dev.onerow.rules.Rule.KEYED_TABLES_ARE_DECLARED_ONCE;
import static dev.onerow.rules.Rule.NOTHING_REPLACES_TRUNCATES_OR_CASCADES;
import static dev.onerow.rules.Rule.ONLY_THE_KERNEL_TOUCHES_JDBC;
import static dev.onerow.rules.Rule.ONLY_THE_KERNEL_WRITES_KEYED_TABLES;
import static dev.onerow.rules.Rule.REPOSITORIES_OF_KEYED_ROWS_ONLY_READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form that a rule claims to see is planted once, alone, in a class or file of its own. */
class PlantedViolationsTest {
    private static final String ROOT = "dev.onerow.rules.planted";
    private static final List<Violation> VIOLATIONS = OnerowRules.in(ROOT)
            .kernelIn(ROOT + ".kernel")
            .contexts("stations", "billing")
            .migrationsIn("planted/migration")
            .keyed("catalogued")
            .allowing(ROOT + ".stations.persistence.StationMaintenance#capitalise", "a function of each stored name")
            .allowing(ROOT + ".billing.ElsewhereMaintenance#forget", "stands in the wrong package")
            .allowing(ROOT + ".stations.persistence.ListedInsert#forget", "says nothing of conflicts")
            .allowing(ROOT + ".stations.persistence.StationMaintenance#remember", "as many as there are readings")
            .allowing(ROOT + ".stations.persistence.Stations#updatedSince", "does not write")
            .allowing(ROOT + ".stations.persistence.Stations#gone", "is not there any more")
            .owning("station", "reading_of_station", "no_such_part")
            .withTests()
            .violations(Rule.values());

    /** What must be reported, by whom, and in which words: so that no form is covered by the recogniser of another. */
    record Planted(String subject, Rule rule, List<String> words) {
        Planted(String subject, Rule rule, String... words) {
            this(subject, rule, List.of(words));
        }

        @Override
        public String toString() {
            return subject;
        }
    }

    static Stream<Planted> planted() {
        return Stream.of(
                        jdbc(),
                        literals(),
                        pieces(),
                        annotations(),
                        verbs(),
                        queriesAndFiles(),
                        kernel(),
                        repositories(),
                        declarations(),
                        contexts(),
                        destruction(),
                        versions())
                .flatMap(all -> all);
    }

    private static Stream<Planted> jdbc() {
        return Stream.of(
                touch("StatementByHand", "java.sql.Connection"),
                touch("DataSourceInAField", "javax.sql.DataSource"),
                touch("ConnectionAsATypeArgument", "java.sql.Connection"),
                touch("ConnectionInALambda", "java.sql.Connection"),
                touch("DriverByName", "org.postgresql.Driver"),
                touch("DriverOfADatabase", "org.sqlite.SQLiteJDBCLoader"),
                touch("OperationsOfTheFramework", "io.micronaut.data.jdbc.runtime.JdbcOperations"));
    }

    private static Stream<Planted> literals() {
        return Stream.of(
                write(
                        "InsertInALiteral",
                        "text (InsertInALiteral.java:",
                        "INSERT of the keyed table station",
                        "a literal"),
                write("InsertInATextBlock", "INSERT of the keyed table station", "a literal: insert -- a comment"),
                write("InsertInAConstant", ".TEXT", "INSERT of the keyed table station", "a constant"),
                write("InsertInAnInitialiser", "INSERT OR IGNORE INTO station", "a literal"),
                write("InsertInALambda", ".text (", "a literal: INSERT INTO station DEFAULT VALUES"),
                write("InsertInASwitch", "a literal: INSERT INTO station SELECT"),
                write("InsertIntoAnUnknownTable", "undeclared_table, which no declaration knows"),
                write("InsertIntoACataloguedTable", "keyed table catalogued", "insert into catalogued"));
    }

    private static Stream<Planted> pieces() {
        return Stream.of(
                write("InsertInAConcatenation", "a concatenation: INSERT INTO station (...) VALUES"),
                write("InsertIntoATableNamedAtRunTime", "the text does not name", "a concatenation: INSERT INTO ..."),
                write("InsertInAFormat", "the text does not name", "a literal: INSERT INTO %s"),
                write("InsertInAppendedPieces", "keyed table station", "in pieces put together:"),
                write("InsertInJoinedPieces", "keyed table station", "in pieces put together:"),
                write("InsertInPiecesOfALambda", "keyed table station", "in pieces put together:"),
                write("InsertInCutPieces", "keyed table station", "pieces put together without a border:"),
                write("InsertWithoutItsVerb", "keyed table station", "a concatenation: INTO station"),
                write("UpdateInPieces", "UPDATE of the keyed table station", "in pieces put together:"));
    }

    private static Stream<Planted> annotations() {
        return Stream.of(
                write("InsertInAnAnnotation", "a value of @Report: INSERT INTO station"),
                write("InsertInAFieldAnnotation", ".field (", "a value of @Report"),
                write("InsertInAParameterAnnotation", ".method (", "a value of @Report"),
                write("InsertInARecordAnnotation", "a value of @Report"),
                write("InsertInAnAnnotationDefault", "a constant: INSERT INTO station"));
    }

    private static Stream<Planted> verbs() {
        return Stream.of(
                write("ReplaceInto", "REPLACE of the keyed table station", "REPLACE INTO station"),
                write("MergeInto", "MERGE of the keyed table station", "MERGE INTO station s USING"),
                write("CopyFrom", "COPY of the keyed table station", "COPY weather.station"),
                write("UpdateOnly", "UPDATE of the keyed table station", "UPDATE ONLY station"),
                write("DeleteFrom", "DELETE of the keyed table station", "delete from `station`"),
                write("DeleteInsideAQuery", "DELETE of the keyed table station", "DELETE FROM station RETURNING"),
                write("StatementInsideABlock", "UPDATE of the keyed table station", "UPDATE station SET name = NULL"));
    }

    private static Stream<Planted> queriesAndFiles() {
        String persistence = "stations.persistence.";
        return Stream.of(
                writeIn(
                        persistence,
                        "RenamesWithoutList",
                        ".rename",
                        "a value of @Query: UPDATE station",
                        "allowing(..)"),
                writeIn(
                        persistence,
                        "InsertInAQuery",
                        ".add",
                        "a value of @Query: INSERT",
                        "upsertAll(..)",
                        "StationRow"),
                writeIn(
                        "billing.",
                        "ElsewhereMaintenance",
                        ".forget",
                        "does not stand in the package of the declaration"),
                writeIn(
                        persistence,
                        "ListedInsert",
                        ".forget",
                        "INSERT of the keyed table station (declared by",
                        "without ON CONFLICT, in a value of @Query",
                        "DO NOTHING or DO UPDATE"),
                writeIn(persistence, "Stations#updatedSince", "has no @Query that writes"),
                writeIn(persistence, "Stations#gone", "there is no such method"),
                file("statements/maintenance.sql", "maintenance.sql:3", "DELETE of the keyed table station"),
                file("migration/postgresql/V0002__insert_without_conflict.sql", ".sql:2", "without ON CONFLICT"),
                file("migration/sqlite/V0002__insert_without_conflict.sql", ".sql:2", "without ON CONFLICT"),
                file("migration/postgresql/V0003__copy.sql", ".sql:2", "COPY of the keyed table station"));
    }

    private static Stream<Planted> kernel() {
        return Stream.of(
                writeIn("kernel.", "InsertWithoutConflict", ".text (", "inside the kernel: INSERT INTO anything"),
                writeIn("kernel.", "ForgetfulCaller", ".forgets (", "inside the kernel: INSERT INTO ..."),
                writeIn("kernel.", "ForgetfulLambda", ".forgets (", "inside the kernel: INSERT INTO ..."));
    }

    private static Stream<Planted> repositories() {
        return Stream.of(
                repository(
                        "CrudStations", "extends io.micronaut.data.repository.CrudRepository, which offers", "saveAll"),
                repository("InheritingStations", "WritingRepository, which offers save"),
                repository("DeletingStations", "offers deleteByName"),
                repository("SavingStations", "offers insert"),
                repository("AbstractStations", "offers updateByCode"),
                repository("QuietStations", "generated code for DELETE of the keyed table station"));
    }

    private static Stream<Planted> declarations() {
        return Stream.of(new Planted(
                ROOT + ".stations.persistence.StationTwin",
                KEYED_TABLES_ARE_DECLARED_ONCE,
                "the table station a second time",
                "StationRow"));
    }

    private static Stream<Planted> contexts() {
        return Stream.of(
                context(
                        "billing.KnowsAForeignDomain",
                        "stations.domain.Station",
                        "let stations offer it",
                        ".stations.api"),
                context("stations.web.WebKnowsPersistence", "StationRow", "let web know only api, application, domain"),
                context("stations.application.ApplicationKnowsWeb", "StationPage", "know only api, domain"),
                context("stations.domain.DomainKnowsPersistence", "StationRow", "let domain know only api"),
                context("stations.api.ApiKnowsDomain", "domain.Station", "let api know only itself"),
                context("stations.domain.DomainKnowsTheFramework", "io.micronaut.core.annotation.Introspected"),
                context("stations.domain.DomainKnowsTheKernel", "domain uses", "HonestUpsert"),
                context("stations.domain.DomainHasAClock", "java.time.Clock"),
                context("stations.domain.DomainAsksForTheTime", ".age (", "java.lang.System.currentTimeMillis()"),
                context(
                        "stations.domain.DomainMakesItsOwnNow",
                        "java.time.Instant.now()",
                        "take the time as an Instant"),
                context("kernel.KernelKnowsAContext", "StationName", "the kernel knows nothing"),
                new Planted(ROOT, CONTEXTS_MEET_ONLY_THROUGH_API, "Slice alpha", "Slice beta"));
    }

    private static Stream<Planted> destruction() {
        String code = ROOT + ".stations.application.";
        return Stream.of(
                destroy(code + "InsertOrReplace", "INSERT OR REPLACE of station", "ON CONFLICT (key) DO UPDATE"),
                destroy(code + "TruncateTable", "TRUNCATE of old_station"),
                destroy(code + "DropCascade", "DROP ... CASCADE", "a concatenation: DROP VIEW"),
                destroy(code + "DropColumnCascade", "DROP ... CASCADE of old_station"),
                destroy(code + "CreateWithCascade", "from station to old_reading"),
                destroy(ROOT + ".kernel.ReplaceInTheKernel", "REPLACE of anything"),
                destroy("planted/migration/sqlite/V0005__cascade_from_nobody.sql", ".sql:4", "from station to alarm"),
                destroy("planted/migration/postgresql/V0005__cascade_from_nobody.sql", "from station to alarm"),
                destroy("planted/migration/sqlite/V0006__replace.sql", "REPLACE of station"),
                destroy("planted/migration/postgresql/V0006__replace.sql", ".sql:4", "TRUNCATE of station"),
                destroy("station -> no_such_part", "no migration has this"));
    }

    private static Stream<Planted> versions() {
        return Stream.of(new Planted(
                "planted/migration/sqlite/V0004",
                BOTH_DATABASES_HAVE_ONE_SCHEMA,
                "planted/migration/sqlite",
                "lacks",
                "V0004"));
    }

    private static Planted touch(String name, String type) {
        return new Planted(ROOT + ".stations.application." + name, ONLY_THE_KERNEL_TOUCHES_JDBC, "touches " + type);
    }

    private static Planted write(String name, String... words) {
        return new Planted(ROOT + ".stations.application." + name, ONLY_THE_KERNEL_WRITES_KEYED_TABLES, words);
    }

    private static Planted writeIn(String packageName, String name, String... words) {
        return new Planted(ROOT + "." + packageName + name, ONLY_THE_KERNEL_WRITES_KEYED_TABLES, words);
    }

    private static Planted file(String path, String... words) {
        return new Planted("planted/" + path, ONLY_THE_KERNEL_WRITES_KEYED_TABLES, words);
    }

    private static Planted repository(String name, String... words) {
        return new Planted(ROOT + ".stations.persistence." + name, REPOSITORIES_OF_KEYED_ROWS_ONLY_READ, words);
    }

    private static Planted context(String name, String... words) {
        return new Planted(ROOT + "." + name, CONTEXTS_MEET_ONLY_THROUGH_API, words);
    }

    private static Planted destroy(String subject, String... words) {
        return new Planted(subject, NOTHING_REPLACES_TRUNCATES_OR_CASCADES, words);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void isReportedByItsRuleAndByNoOther(Planted planted) {
        List<Violation> reported = VIOLATIONS.stream()
                .filter(violation -> violation.subject().equals(planted.subject()))
                .toList();

        assertThat(reported).extracting(Violation::rule).containsOnly(planted.rule());
        assertThat(reported)
                .anySatisfy(violation -> assertThat(violation.toString()).contains(planted.words()));
    }

    @Test
    void nothingHonestIsReported() {
        Set<String> planted = planted().map(Planted::subject).collect(Collectors.toCollection(TreeSet::new));

        Set<String> reported =
                VIOLATIONS.stream().map(Violation::subject).collect(Collectors.toCollection(TreeSet::new));

        assertThat(reported).isEqualTo(planted);
    }
}
