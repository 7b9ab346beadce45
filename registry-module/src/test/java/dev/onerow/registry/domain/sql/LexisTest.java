package dev.onerow.registry.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.registry.domain.sql.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexisTest {

    @Test
    void commentsNestOnPostgresqlOnly() {
        var sql = "SELECT 1 /* a /* b */ c */ d";

        assertThat(values(Lexis.POSTGRESQL, sql)).containsExactly("SELECT", "1", "d");
        assertThat(Lexis.SQLITE.scan(sql).isPossible()).isFalse();
        assertThat(values(Lexis.SQLITE, "SELECT 1 /* a /* b */ c")).containsExactly("SELECT", "1", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/**/ a", "/***/ a", "/****/ a", "/*/ */ a", "/*/**/*/ a", "+/* x */ a", "--\n a", "---- x\na"})
    void findsTheEndOfEveryComment(String sql) {
        assertThat(values(Lexis.POSTGRESQL, sql)).endsWith("a");
        assertThat(Lexis.POSTGRESQL.scan(sql).comments()).hasSize(1);
    }

    @Test
    void aSlashAndAStarAtTheEndAreNoComment() {
        assertThat(Lexis.POSTGRESQL.scan("SELECT /*/").isPossible()).isFalse();
        assertThat(Lexis.SQLITE.scan("SELECT /*/").isPossible()).isFalse();
    }

    @Test
    void aCarriageReturnEndsALineCommentOnPostgresqlOnly() {
        assertThat(values(Lexis.POSTGRESQL, "a -- b\rc")).containsExactly("a", "c");
        assertThat(values(Lexis.SQLITE, "a -- b\rc")).containsExactly("a");
    }

    @Test
    void escapeStringsAreOneTokenOnPostgresqlAndNoneOnSqlite() {
        assertThat(values(Lexis.POSTGRESQL, "E'a\\'b' c")).containsExactly("E'a\\'b'", "c");
        assertThat(values(Lexis.POSTGRESQL, "e'a\\\\' c")).containsExactly("e'a\\\\'", "c");
        assertThat(values(Lexis.POSTGRESQL, "E'a''b' c")).containsExactly("E'a''b'", "c");
        assertThat(values(Lexis.SQLITE, "E'a\\' c")).containsExactly("E", "a\\", "c");
    }

    @Test
    void escapeStringsGoOnBehindALineEndOnly() {
        assertThat(values(Lexis.POSTGRESQL, "E'a' -- x\n '\\'b' c")).hasSize(2).endsWith("c");
        assertThat(values(Lexis.POSTGRESQL, "E'a' 'b\\' c")).containsExactly("E'a'", "b\\", "c");
        assertThat(values(Lexis.POSTGRESQL, "E'a'\n c")).containsExactly("E'a'", "c");
        assertThat(values(Lexis.POSTGRESQL, "E'a'")).hasSize(1);
    }

    @Test
    void dollarQuotesEndAtTheirOwnTag() {
        assertThat(values(Lexis.POSTGRESQL, "$a$ $b$ $$ $a$ c")).containsExactly("$a$ $b$ $$ $a$", "c");
        assertThat(values(Lexis.POSTGRESQL, "$$ $a$$ c")).containsExactly("$$ $a$$", "c");
        assertThat(values(Lexis.POSTGRESQL, "x$a$ c")).containsExactly("x$a$", "c");
        assertThat(kinds(Lexis.POSTGRESQL, "$1 $1a $a $")).containsOnly(Kind.PARAMETER);
        assertThat(Lexis.SQLITE.scan("$a$ b $a$").isPossible()).isFalse();
    }

    @Test
    void bracketsQuoteOnSqliteAndIndexOnPostgresql() {
        assertThat(values(Lexis.SQLITE, "a [b ; c]")).containsExactly("a", "b ; c");
        assertThat(values(Lexis.POSTGRESQL, "a [b]")).containsExactly("a", "[", "b", "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT [a]", "SELECT a, [b]", "SELECT t.[a]", "SELECT 1 ORDER BY [a]", "[a]", "SELECT `a`"})
    void aBracketOrBacktickWithNothingToIndexIsNotPostgresql(String sql) {
        assertThat(Lexis.POSTGRESQL.scan(sql).isPossible()).isFalse();
        assertThat(Lexis.SQLITE.scan(sql).isPossible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"by[1]", "f(a)[1]", "a[1][2]", "\"a\"[1]", "array[1]", "array[[1],[2]]", "x::int[]", "'{1}'[1]"})
    void aSubscriptIsPostgresql(String sql) {
        assertThat(Lexis.POSTGRESQL.scan(sql).isPossible()).isTrue();
    }

    @Test
    void colonsAreCastsAssignmentsAndSlicesButNeverParameters() {
        assertThat(kinds(Lexis.POSTGRESQL, "a::b")).containsExactly(Kind.WORD, Kind.SYMBOL, Kind.WORD);
        assertThat(kinds(Lexis.POSTGRESQL, "a := b")).containsExactly(Kind.WORD, Kind.SYMBOL, Kind.WORD);
        assertThat(kinds(Lexis.POSTGRESQL, "a[b:c]")).doesNotContain(Kind.PARAMETER);
        assertThat(kinds(Lexis.POSTGRESQL, "a = :b")).contains(Kind.PARAMETER);
        assertThat(kinds(Lexis.POSTGRESQL, "a[1] = :b")).contains(Kind.PARAMETER);
    }

    @Test
    void decodesTheNameInUnicodeEscapes() {
        assertThat(values(Lexis.POSTGRESQL, "U&\"d\\0061t\\+000061\"")).containsExactly("data");
        assertThat(values(Lexis.POSTGRESQL, "u&\"d!0061ta\" /**/ UESCAPE '!'")).startsWith("data");
        assertThat(values(Lexis.POSTGRESQL, "U&\"a\\\\b\"\"c\"")).containsExactly("a\\b\"c");
        assertThat(Lexis.POSTGRESQL.scan("U&\"\\00\"").isPossible()).isFalse();
        assertThat(Lexis.POSTGRESQL.scan("U&\"\\+110000\"").isPossible()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Lexis.class)
    void doubledQuotesAreData(Lexis lexis) {
        assertThat(values(lexis, "'a''b' \"c\"\"d\" e")).containsExactly("a'b", "c\"d", "e");
    }

    @ParameterizedTest
    @EnumSource(Lexis.class)
    void numbersEndWhereTheyEnd(Lexis lexis) {
        assertThat(kinds(lexis, "1 1.5 .5 1. 1e5 1E-5 2.5e+3")).containsOnly(Kind.NUMBER);
        assertThat(values(lexis, "1e 1x")).containsExactly("1", "e", "1", "x");
    }

    @Test
    void everythingBeyondAsciiIsALetter() {
        assertThat(values(Lexis.SQLITE, "a\u00A0b \uFEFFc d\uFEFF")).containsExactly("a\u00A0b", "c", "d\uFEFF");
        assertThat(values(Lexis.POSTGRESQL, "\uFEFFc \u212A")).containsExactly("\uFEFFc", "\u212A");
    }

    private static List<String> values(Lexis lexis, String sql) {
        return lexis.scan(sql).tokens().stream().map(Token::value).toList();
    }

    private static List<Kind> kinds(Lexis lexis, String sql) {
        return lexis.scan(sql).tokens().stream().map(Token::kind).toList();
    }
}
