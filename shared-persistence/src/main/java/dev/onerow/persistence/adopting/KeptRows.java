package dev.onerow.persistence.adopting;

import java.util.List;

/** Where rows are kept beside the tables. */
public interface KeptRows {

    /**
     * A row that is not as it was in any table.
     *
     * @param table the older table
     * @param sourceKey the old id where no other row of its table has it, else the hash of the row
     */
    record KeptRow(String source, String table, String sourceKey, OldRow row, Reason reason) {}

    /** Keeps them, in the caller's transaction. One that is kept already stays as it is. */
    void keep(List<KeptRow> rows);
}
