package dev.onerow.persistence.adopting;

import java.util.Locale;

/** Why a row of an older table is kept beside the tables. The words are fixed. */
public enum Reason {
    /** Its content is in the row of its key: added to it, or equal to it. */
    MERGED,
    /** Another row of its key stays. */
    OLDER,
    /** It says nothing that could be its key. */
    NULL_KEY,
    /** What it says cannot be its key. */
    INVALID_KEY,
    /** A value is missing, is out of range, or is no value of its kind. */
    INVALID_VALUE,
    /** It counts answers that are no errors. */
    NOT_AN_ERROR,
    /** The view is not there, and was not made. */
    NO_SUCH_VIEW,
    /** It was adopted; it also has columns that nothing here knows. */
    UNKNOWN_COLUMN;

    /** The word as it is stored and shown, {@code null-key}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
