package dev.onerow.web.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of value that a member can be asked for, in a sentence for people and as a schema for programs. */
enum Kind {
    TEXT("It must be text.", "string", ""),
    INTEGER("It must be an integer.", "integer", "int32"),
    LONG("It must be an integer.", "integer", "int64"),
    NUMBER("It must be a number.", "number", ""),
    BOOLEAN("It must be true or false.", "boolean", ""),
    INSTANT("It must be an RFC 3339 instant with its offset.", "string", "date-time"),
    DATE("It must be a date, YYYY-MM-DD.", "string", "date"),
    OBJECT("It must be an object.", "object", ""),
    LIST("It must be a list.", "array", ""),
    ANY("It must be a JSON value.", "", "");

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
