package dev.onerow.registry.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SqlSafetyTest {

    static List<Corpus> attacks() {
        return Corpus.read("attacks.txt");
    }

    static List<Corpus> honest() {
        return Corpus.read("honest.txt");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void letsNoAttackThrough(Corpus attack) {
        var refusal = SqlSafety.check(new SqlText(attack.sql()));

        assertThat(refusal).map(it -> it.reason().code()).contains(attack.expectation());
    }

    @ParameterizedTest
    @MethodSource("honest")
    void raisesNoFalseAlarm(Corpus honest) {
        var refusal = SqlSafety.check(new SqlText(honest.sql()));

        assertThat(refusal).isEmpty();
    }

    /** Defect 8 of the prior art: a newline beat the check, any comment turned it off, CAST and executive were refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT executive, CAST(a AS text) FROM executives |
                    SELECT 1 -- INSERT INTO guests                    |
                    WITH x AS (INSERT INTO t VALUES (1)) SELECT 1     | forbidden-keyword
                    """)
    void keywordSafetyBySubstringIsReplacedByATokeniser(String sql, String code) {
        var refusal = SqlSafety.check(new SqlText(sql));

        assertThat(refusal.map(it -> it.reason().code()).orElse(null)).isEqualTo(code);
    }

    @Test
    void givesThePositionInCodePointsFromOne() {
        var refusal = SqlSafety.check(new SqlText("SELECT '\uD83D\uDE00' AS face, set FROM t"));

        assertThat(refusal).contains(new UnsafeSql(UnsafeSql.Reason.FORBIDDEN_KEYWORD, 21, "set"));
    }

    @Test
    void takesOneHundredThousandCharactersAndNotOneMore() {
        var prefix = "SELECT '";
        var longest = prefix + "\uD83D\uDE00".repeat(SqlSafety.MAX_CHARACTERS - prefix.length() - 1) + "'";

        assertThat(SqlSafety.check(new SqlText(longest))).isEmpty();
        assertThat(SqlSafety.check(new SqlText(longest + "1")))
                .map(it -> it.reason().code())
                .contains("too-long");
    }

    @Test
    void handsNoDatabaseATextThatOnlyTheOtherCanRead() {
        var bracketed = new SqlText("SELECT [a; DROP TABLE guests] FROM t");
        var dollarQuoted = new SqlText("SELECT $$; DROP TABLE guests$$");

        assertThat(SqlSafety.check(bracketed)).isEmpty();
        assertThat(SqlSafety.checkFor(bracketed, Lexis.SQLITE)).isEmpty();
        assertThat(SqlSafety.checkFor(bracketed, Lexis.POSTGRESQL)).isPresent();
        assertThat(SqlSafety.check(dollarQuoted)).isEmpty();
        assertThat(SqlSafety.checkFor(dollarQuoted, Lexis.POSTGRESQL)).isEmpty();
        assertThat(SqlSafety.checkFor(dollarQuoted, Lexis.SQLITE)).isPresent();
    }
}
