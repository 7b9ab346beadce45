package dev.onerow.persistence;

/**
 * How a stored and an incoming value of one column become one. Each rule has one definition that is compiled
 * twice: into SQL, for a row that is already stored, and into Java, for two rows of one key in the same input.
 */
public enum MergeRule {
    /** The incoming value, null included. The default. */
    REPLACE,
    /** The stored value: what the first write of the key said stays. Holds for decided writes too. */
    KEEP,
    /** The sum. For a long that is never null; amounts of money are integers of minor units. */
    ADD,
    /** The smaller of the two; null only while both are null. For what both databases order alike: not JSON, decimals, booleans. */
    LEAST,
    /** The greater of the two; as {@link #LEAST}. */
    GREATEST,
    /** The incoming value unless it is null. */
    COALESCE
}
