package dev.onerow.rules.code;

import org.jspecify.annotations.Nullable;

/**
 * A text in a class file: where it stands and how it came there.
 *
 * @param annotation the annotation type that it is a value of; null for any other text
 */
public record Text(Origin origin, Place place, @Nullable String annotation, String value) {

    /** How a text comes into a class file. */
    public enum Origin {
        /** A literal, text block or folded constant that the code loads. */
        LITERAL,
        /** The recipe of a concatenation, with holes for its arguments, and any other text handed to the linker. */
        RECIPE,
        /** The value of a constant field, or the default of an annotation's member. */
        CONSTANT,
        /** The value of an annotation, however deep. */
        ANNOTATION,
        /** All texts of a method that puts texts together, with borders between them. */
        PIECES,
        /** The same without borders. */
        GLUED_PIECES
    }
}
