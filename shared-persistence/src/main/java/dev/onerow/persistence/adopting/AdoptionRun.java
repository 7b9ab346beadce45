package dev.onerow.persistence.adopting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the writing of one table may know of the run that it is part of. */
public interface AdoptionRun {

    /** Which database the rows come from: its URL without user and password. */
    String source();

    /** Whether what is missing in the database may be made by executing rules. */
    boolean executesRules();

    /** How many rows an older table has; 0 when it is not there or cannot be taken over. */
    long rows(String table);

    /**
     * The rows that stand for these old ids in an older table: those that stay of their keys, by the ids asked for. Ids
     * that nothing stands for are left out.
     */
    Map<String, OldRow> survivors(String table, Collection<String> oldIds);

    /**
     * Does what may fail without failing the transaction: when it throws, all that it did is undone, and the exception
     * is passed on.
     */
    <T> T inSavepoint(Supplier<T> work);

    /**
     * Rows that can be taken over of an older table, of each key the one of the highest rank, with its place and its
     * number among its mates.
     */
    void forEach(String table, Consumer<OldRow> each);

    /**
     * How many rows of an older table have each of these in common as mates, of each key one; those that none has are
     * left out.
     */
    Map<String, Long> mates(String table, Collection<String> mates);

    /** The old ids of the rows of an older table that are these mates; those that are not there are left out. */
    Map<Mate, String> matesOf(String table, Collection<Mate> mates);

    /**
     * One of several rows that look alike.
     *
     * @param mates what they have in common
     * @param number its number among them, from 1
     */
    record Mate(String mates, int number) {}

    /** All rows that an older table keeps under these clusters, best first in each, in the order of the clusters. */
    List<OldRow> clusters(String table, Collection<String> clusters);
}
