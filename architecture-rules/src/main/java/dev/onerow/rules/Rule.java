package dev.onerow.rules;

/** The seven rules. Each says what must hold, and why. */
public enum Rule {
    ONLY_THE_KERNEL_TOUCHES_JDBC(
            1,
            "only the kernel touches java.sql, javax.sql, a driver or another way to run SQL",
            "SQL that is put together at run time is out of sight of every other rule"),
    ONLY_THE_KERNEL_WRITES_KEYED_TABLES(
            2,
            "no SQL outside the kernel writes a keyed table, and no INSERT goes without ON CONFLICT",
            "a second way to write forgets the key, the merge rules and the outcome, and duplicates follow"),
    REPOSITORIES_OF_KEYED_ROWS_ONLY_READ(
            3,
            "repositories of keyed rows only read",
            "a save() is an INSERT, and an INSERT of a key that is there fails or doubles the row"),
    KEYED_TABLES_ARE_DECLARED_ONCE(
            4,
            "every keyed table has one declaration, and every declaration its table",
            "two declarations are two opinions on how a row is merged, and none is an INSERT waiting to happen"),
    CONTEXTS_MEET_ONLY_THROUGH_API(
            5,
            "contexts meet only in api packages, layers point inwards, domain is plain Java, nothing goes in circles",
            "what can be reached will be used, and then the contexts can no longer change alone"),
    NOTHING_REPLACES_TRUNCATES_OR_CASCADES(
            6,
            "no INSERT OR REPLACE, no TRUNCATE, no DROP CASCADE, ON DELETE CASCADE only from an owner to its parts",
            "they remove rows that nobody named: REPLACE deletes the old row and its children with it"),
    BOTH_DATABASES_HAVE_ONE_SCHEMA(
            7,
            "the migrations of all databases have the same versions and end in the same schema",
            "a key that one database lacks is found by the first duplicate");

    private final int number;
    private final String statement;
    private final String because;

    Rule(int number, String statement, String because) {
        this.number = number;
        this.statement = statement;
        this.because = because;
    }

    /** Its number in the documentation, 1 to 7. */
    public int number() {
        return number;
    }

    /** What must hold, and why. */
    @Override
    public String toString() {
        return number() + ": " + statement + ", because " + because;
    }
}
