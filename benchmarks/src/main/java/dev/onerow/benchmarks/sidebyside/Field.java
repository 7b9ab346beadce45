package dev.onerow.benchmarks.sidebyside;

import dev.onerow.persistence.DatabaseKind;

/**
 * One column, as those see it who do not have the kernel's declaration.
 *
 * @param name its name
 * @param kind what it holds
 * @param change what a conflict makes of it
 */
record Field(String name, Kind kind, Change change) {

    /** What a column holds, and the types that keep it. */
    enum Kind {
        TEXT("text"),
        INT("int4"),
        LONG("int8"),
        DOUBLE("float8"),
        TIME("timestamptz"),
        UUID("uuid"),
        JSON("jsonb");

        final String postgresType;

        Kind(String postgresType) {
            this.postgresType = postgresType;
        }
    }

    /** What a conflict makes of a column. */
    enum Change {
        KEY,
        KEEP,
        REPLACE,
        ADD,
        LEAST,
        GREATEST,
        COUNT_UP
    }

    /** The assignment of a conflict, on a table with the alias {@code t}. Not for KEY and KEEP. */
    String assignment(DatabaseKind database) {
        boolean postgresql = database == DatabaseKind.POSTGRESQL;
        return name + " = "
                + switch (change) {
                    case KEY, KEEP -> throw new IllegalArgumentException(name + " is not assigned");
                    case REPLACE -> "excluded." + name;
                    case ADD -> "t." + name + " + excluded." + name;
                    case LEAST -> (postgresql ? "least" : "min") + "(t." + name + ", excluded." + name + ")";
                    case GREATEST -> (postgresql ? "greatest" : "max") + "(t." + name + ", excluded." + name + ")";
                    case COUNT_UP -> "t." + name + " + 1";
                };
    }

    boolean isAssigned() {
        return change != Change.KEY && change != Change.KEEP;
    }
}
