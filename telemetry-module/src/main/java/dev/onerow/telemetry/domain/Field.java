package dev.onerow.telemetry.domain;

/** What is extracted from an article, in the order in which it is always listed. */
public enum Field {
    TITLE("title"),
    AUTHOR("author"),
    CONTENT("content"),
    PUBLISH_DATE("publish_date");

    private final String word;

    Field(String word) {
        this.word = word;
    }

    /** The name on the wire and in the stored maps. */
    public String word() {
        return word;
    }
}
