package dev.onerow.app;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.adopting.Adopter;
import dev.onerow.persistence.adopting.AdoptionProgress;
import dev.onerow.persistence.adopting.OldDatabase;
import dev.onerow.persistence.adopting.Survey;
import dev.onerow.persistence.adopting.TableReceipt;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database as code that only ever inserts has left it: no unique keys, and whatever was written. */
final class OldSource implements AutoCloseable {
    private final TestDatabase database;

    private OldSource(TestDatabase database) {
        this.database = database;
    }

    static OldSource of(DatabaseKind kind) {
        return new OldSource(TestDatabase.fresh(kind, false));
    }

    /** In the same database as everything else, as far as that can be. */
    static OldSource in(TestDatabase database) {
        return new OldSource(database);
    }

    private boolean isPostgresql() {
        return database.kind() == DatabaseKind.POSTGRESQL;
    }

    /** Makes a table; {@code INSTANT}, {@code JSON} and {@code ID} stand for the types of the database. */
    OldSource table(String definition) {
        String prefix = isPostgresql() ? "CREATE TABLE public." : "CREATE TABLE ";
        database.sql(prefix
                + definition
                        .replace("INSTANT", isPostgresql() ? "timestamptz" : "TEXT")
                        .replace("JSON", isPostgresql() ? "jsonb" : "TEXT")
                        .replace("ID", isPostgresql() ? "bigint PRIMARY KEY" : "INTEGER PRIMARY KEY"));
        return this;
    }

    OldSource sql(String statement) {
        database.sql(statement);
        return this;
    }

    OldSource row(String table, @Nullable Object... values) {
        database.sql(
                "INSERT INTO " + name(table) + " VALUES (" + String.join(", ", Collections.nCopies(values.length, "?"))
                        + ")",
                values);
        return this;
    }

    String name(String table) {
        return isPostgresql() ? "public." + table : table;
    }

    String url() {
        return database.url();
    }

    long count(String table) {
        return database.count(name(table));
    }

    List<String> state(String table) {
        return database.query("SELECT * FROM " + name(table)).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    List<TableReceipt> adoptInto(TestDatabase target) {
        return adoptInto(target, new Adopter.Options(false, false));
    }

    List<TableReceipt> rehearseInto(TestDatabase target) {
        return adoptInto(target, new Adopter.Options(true, false));
    }

    List<TableReceipt> adoptInto(TestDatabase target, Adopter.Options options) {
        Adopter adopter = target.bean(Adopter.class);
        OldDatabase old = OldDatabase.open(url(), null, null);
        Survey survey = adopter.survey(old);
        return adopter.adopt(old, survey, options, AdoptionProgress.NONE);
    }

    /** What is kept beside, as {@code key reason}, in order. */
    static List<String> keptIn(TestDatabase target, String table) {
        return target.query("SELECT source_key, reason FROM adopted_rows WHERE table_name = ?", table).stream()
                .map(row -> row.get("source_key") + " " + row.get("reason"))
                .sorted()
                .toList();
    }

    /** Everything of the ledger, what refers to others first. */
    static void forgetLedger(TestDatabase target) {
        forget(
                target,
                "transaction_category_mappings",
                "transaction_attestations",
                "raw_transactions",
                "import_batches",
                "transactions",
                "accounts",
                "defaults",
                "ledgers",
                "category_rules",
                "categories",
                "category_templates");
    }

    static void forget(TestDatabase target, String... tables) {
        Arrays.stream(tables).forEach(table -> target.sql("DELETE FROM " + table));
        target.sql("DELETE FROM adopted_rows");
    }

    @Override
    public void close() {
        database.close();
    }
}
