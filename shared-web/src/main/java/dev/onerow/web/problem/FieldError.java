package dev.onerow.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer JSON pointer (RFC 6901) of the value in the body, "" for the body itself; null for a parameter
 * @param parameter name of the parameter in the query or path; null for a body
 * @param code stable word for programs, such as {@code missing}, {@code wrong-type}, {@code out-of-range}
 * @param detail what is wanted, for people, such as "It must be text." or "1 to 365"
 * @param position where in the text of that value, 1 for its first character (code point); null when that says nothing
 */
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        String code,
        String detail,
        @Nullable Integer position) {
    private static final String IT = "It ";

    /** An error at a place of the body, such as {@code /sql}. */
    public static FieldError at(String pointer, String code, String detail) {
        return new FieldError(pointer, null, code, detail, null);
    }

    /** An error in a parameter of the query or the path. */
    public static FieldError parameter(String name, String code, String detail) {
        return new FieldError(null, name, code, detail, null);
    }

    /** This error, at a place within the text of the value. */
    public FieldError atPosition(int position) {
        return new FieldError(pointer, parameter, code, detail, position);
    }

    /** The place and the detail, for whoever reads nothing else of the problem: "/sql must be text.", "days: 1 to 365." */
    String sentence() {
        String place = pointer == null ? String.valueOf(parameter) : pointer;
        String said;
        if (detail.startsWith(IT)) {
            said = (place.isEmpty() ? "The body " : place + " ") + detail.substring(IT.length());
        } else {
            said = place.isEmpty() ? detail : place + ": " + detail;
        }
        return said.endsWith(".") ? said : said + ".";
    }

    Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (pointer != null) {
            members.put("pointer", pointer);
        }
        if (parameter != null) {
            members.put("parameter", parameter);
        }
        members.put("code", code);
        if (position != null) {
            members.put("position", position);
        }
        members.put("detail", detail);
        return members;
    }
}
