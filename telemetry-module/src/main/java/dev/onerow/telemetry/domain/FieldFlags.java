package dev.onerow.telemetry.domain;

/** For each field whether it was extracted. */
public record FieldFlags(boolean title, boolean author, boolean content, boolean publishDate) {
    public static final FieldFlags NONE = new FieldFlags(false, false, false, false);

    public boolean has(Field field) {
        return switch (field) {
            case TITLE -> title;
            case AUTHOR -> author;
            case CONTENT -> content;
            case PUBLISH_DATE -> publishDate;
        };
    }

    /** A field that either of the two has. */
    FieldFlags or(FieldFlags other) {
        return new FieldFlags(
                title || other.title,
                author || other.author,
                content || other.content,
                publishDate || other.publishDate);
    }
}
