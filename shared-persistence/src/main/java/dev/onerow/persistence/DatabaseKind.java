package dev.onerow.persistence;

/** The databases that Onerow runs on. A bean of this type says which one is in use. */
public enum DatabaseKind {
    /** A PostgreSQL server, 15 to 18. */
    POSTGRESQL("postgresql"),
    /** An SQLite file inside this process. */
    SQLITE("sqlite");

    private final String vendor;

    DatabaseKind(String vendor) {
        this.vendor = vendor;
    }

    /** The word for it in JDBC URLs ({@code jdbc:sqlite:…}) and in folder names ({@code db/migration/sqlite}). */
    public String vendor() {
        return vendor;
    }
}
