package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.Spelling;

/** How a pattern is held against a text. All but REGEX ignore case. */
public enum MatchType {
    /** The text has the pattern somewhere. */
    CONTAINS,
    /** The text is the pattern. */
    EQUALS,
    /** The text starts with the pattern. */
    STARTS_WITH,
    /** The text ends with the pattern. */
    ENDS_WITH,
    /** The pattern is a regular expression that is found somewhere in the text. */
    REGEX;

    /** The word that is stored and sent. */
    public String word() {
        return Spelling.word(this);
    }
}
