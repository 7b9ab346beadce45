package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the proof asks one kind of database, and how its repairs are written there. */
interface Catalogue {

    /** The table as it is, looked up as the kernel's statements would find it. */
    LiveTable read(Connection connection, Table<?> table) throws SQLException;

    /** A text that is another one whenever a table of ours, or what belongs to it, has been altered; in one short query. */
    String state(Connection connection) throws SQLException;

    /** Whether a column of this catalogue type keeps values of the declared type exactly. */
    boolean keeps(ColumnType declared, String live);

    /**
     * Has the database plan a statement without running it.
     *
     * @return what the database objects to, or null
     */
    @Nullable
    String plan(Connection connection, String statement, int parameters) throws SQLException;

    /** Makes a column refuse NULL, or take it. */
    List<String> nullability(Connection connection, Table<?> table, String column, boolean notNull) throws SQLException;

    /** Gives a column the declared type. */
    List<String> retype(Connection connection, Table<?> table, Column<?> column) throws SQLException;

    /** Lets a key column compare bytes. */
    List<String> recollate(Connection connection, Table<?> table, Column<?> column) throws SQLException;

    /** Adds a column that the database numbers. */
    List<String> addIdentity(Connection connection, Table<?> table, Column<?> column) throws SQLException;

    /** The type of a column as it is written in DDL. */
    String typeName(ColumnType type);

    /** What ends a CREATE TABLE. */
    String tableOptions();

    /** How an identity column is declared. */
    String identity();
}
