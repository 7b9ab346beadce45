package dev.onerow.rules;

import dev.onerow.rules.code.Place;
import dev.onerow.rules.code.Text;
import dev.onerow.rules.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement in the code: what it does, and where and how it was seen. */
record Sighting(Text text, Statement statement) {

    Place place() {
        return text.place();
    }

    /** The statement and the form in which it stands in the code. */
    String shown() {
        String form = switch (text.origin()) {
            case LITERAL -> "in a literal";
            case RECIPE -> "in a concatenation";
            case CONSTANT -> "in a constant";
            case ANNOTATION -> "in a value of @" + simpleName(text.annotation());
            case PIECES -> "in pieces put together";
            case GLUED_PIECES -> "in pieces put together without a border";
        };
        return form + ": " + statement.excerpt();
    }

    private static String simpleName(@Nullable String type) {
        return type == null ? "" : type.substring(type.lastIndexOf('.') + 1);
    }
}
