package dev.onerow.registry.domain.sql;

/**
 * Why a text is refused, and where.
 *
 * @param position 1 for the first character, counted in Unicode code points of the normalised text
 * @param subject the word, name or sign in question, as written; empty when the reason says it all
 */
public record UnsafeSql(Reason reason, int position, String subject) {

    /** Reasons; the code is what a client sees. */
    public enum Reason {
        EMPTY("empty", "There is no statement."),
        TOO_LONG("too-long", "At most " + SqlSafety.MAX_CHARACTERS + " characters are allowed."),
        INVALID_CHARACTER("invalid-character", "U+0000 and unpaired surrogates are not allowed."),
        NOT_READABLE("not-readable", "No statement can go on like this."),
        UNTERMINATED_STRING("unterminated-string", "The string that starts here does not end."),
        UNTERMINATED_IDENTIFIER("unterminated-identifier", "The quoted name that starts here does not end."),
        UNTERMINATED_COMMENT("unterminated-comment", "The comment that starts here does not end."),
        SEVERAL_STATEMENTS("several-statements", "Only one statement is allowed."),
        NOT_A_QUERY("not-a-query", "The statement must start with SELECT or WITH."),
        FORBIDDEN_KEYWORD("forbidden-keyword", "The keyword is not allowed; as a name it must be quoted."),
        PARAMETER("parameter", "Parameters are not allowed."),
        FORBIDDEN_NAME("forbidden-name", "The name is not allowed."),
        FORBIDDEN_FUNCTION("forbidden-function", "The function is not allowed.");

        private final String code;
        private final String explanation;

        Reason(String code, String explanation) {
            this.code = code;
            this.explanation = explanation;
        }

        public String code() {
            return code;
        }
    }

    static UnsafeSql at(String sql, Reason reason, Token token) {
        return new UnsafeSql(reason, position(sql, token.start()), token.value());
    }

    static UnsafeSql at(String sql, Reason reason, int offset) {
        return new UnsafeSql(reason, position(sql, offset), "");
    }

    /** One sentence for people. */
    public String explanation() {
        return subject.isEmpty() ? reason.explanation : subject + ": " + reason.explanation;
    }

    private static int position(String sql, int offset) {
        return sql.codePointCount(0, offset) + 1;
    }
}
