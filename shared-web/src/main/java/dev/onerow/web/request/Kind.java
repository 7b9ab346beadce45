package dev.onerow.web.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of value that a member can be asked for, in a sentence for people and as a schema for programs. */
enum Kind {
    TEXT("It is text.", "string", ""),
    INTEGER("It is an integer.", "integer", "int32"),
    LONG("It is an integer.", "integer", "int64"),
    NUMBER("It is a number.", "number", ""),
    BOOLEAN("It is true or false.", "boolean", ""),
    INSTANT("It is an RFC 3339 instant with its offset.", "string", "date-time"),
    DATE("It is a date, YYYY-MM-DD.", "string", "date"),
    OBJECT("It is an object.", "object", ""),
    LIST("It is a list.", "array", ""),
    ANY("It is a JSON value.", "", "");

    private final String sentence;
    private final String type;
    private final String format;

    Kind(String sentence, String type, String format) {
        this.sentence = sentence;
        this.type = type;
        this.format = format;
    }

    String sentence() {
        return sentence;
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!type.isEmpty()) {
            schema.put("type", type);
        }
        if (!format.isEmpty()) {
            schema.put("format", format);
        }
        return schema;
    }
}
