package dev.onerow.rules.code;

/**
 * Where in the code something stands.
 *
 * @param type the class, by its full name
 * @param member the method or field; empty for the class itself
 * @param source the source file; empty when the class file does not name it
 * @param line from 1; 0 when it has none, as an annotation
 */
public record Place(String type, String member, String source, int line) {

    /** The member as an allowance names it: {@code com.example.Counters#rebuild}. */
    public String reference() {
        return member.isEmpty() ? type : type + "#" + member;
    }

    @Override
    public String toString() {
        String where = source + (line > 0 ? ":" + line : "");
        return (member.isEmpty() ? type : type + "." + member) + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
