package dev.onerow.web.request;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field that is text. */
public final class TextField extends Field<String> {
    TextField(Fields fields, String name, @Nullable String value) {
        super(fields, name, value, "");
    }

    /** Notes the fault {@code blank} when it is empty or white space. */
    public TextField notBlank() {
        describe("pattern", "\\S");
        return keep(passes(text -> !text.isBlank(), "blank", "It cannot be blank."));
    }

    /** Notes the fault {@code too-long} when it has more code points. */
    public TextField atMost(int codePoints) {
        describe("maxLength", codePoints);
        return keep(passes(
                text -> text.codePointCount(0, text.length()) <= codePoints,
                "too-long",
                "It must have at most " + codePoints + " characters."));
    }

    /** Notes the fault {@code invalid-form} when the whole text does not match. */
    public TextField matching(Pattern form, String detail) {
        describe("description", detail);
        return keep(passes(text -> form.matcher(text).matches(), "invalid-form", detail));
    }

    /** Notes the fault {@code unknown-value} when it is none of these words. */
    public TextField oneOf(String... words) {
        describe("enum", List.of(words));
        return keep(passes(
                List.of(words)::contains, "unknown-value", "It must be one of: " + String.join(", ", words) + "."));
    }

    /** Tells the words to expect, for a check of the caller's own that also takes other spellings of them. */
    public TextField amongWords(List<String> words) {
        describe("enum", List.copyOf(words));
        return this;
    }

    /** Notes the fault {@code differs-from-path} when it is there and is not the id in the path. */
    public TextField sameAsPath(String id) {
        return keep(passes(id::equals, "differs-from-path", "It must be " + id + ", as the path says."));
    }

    private TextField keep(boolean passed) {
        return passed ? this : new TextField(fields, name, null);
    }
}
