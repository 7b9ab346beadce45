package dev.onerow.registry.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

@Tag("laws")
class SqlSafetyLawsTest {
    private static final List<String> NASTY = List.of(
            "'",
            "\"",
            "`",
            "[",
            "]",
            "/*",
            "*/",
            "--",
            "\n",
            "\r",
            "$$",
            "$a$",
            "$1",
            "E'",
            "U&\"",
            "\\",
            ";",
            ":",
            "::",
            "(",
            ")",
            ",",
            ".",
            "*",
            "/",
            "?",
            "@",
            "\uFEFF",
            "\u00A0",
            "\uD83D\uDE00",
            " ",
            "a",
            "1",
            "e",
            "SELECT",
            "DROP",
            "FROM",
            "IN",
            "pg_x");

    private static final List<String> HONEST_TOKENS = List.of(
            "SELECT", "a", "\"b c\"", "'it''s'", ",", "1.5", "(", ")", "+", "guests", "::", "<=", "U", "e", "x");

    /** What both databases read as one harmless token or comment. */
    private static final List<UnaryOperator<String>> WRAPPERS =
            List.of(inside -> "'" + inside + "'", inside -> "/* " + inside + " */", inside -> "-- " + inside + "\n");

    private static final List<String> KEYWORDS = List.of(
            "INSERT",
            "update",
            "Delete",
            "MERGE",
            "into",
            "CREATE",
            "alter",
            "DROP",
            "truncate",
            "GRANT",
            "revoke",
            "COPY",
            "call",
            "DO",
            "execute",
            "SET",
            "attach",
            "PRAGMA",
            "vacuum",
            "LOCK",
            "FOR SHARE");

    private static final List<String> NAMES = List.of(
            "pg_sleep(1)",
            "sqlite_master",
            "information_schema.tables",
            "backfill_inputs",
            "nextval('a')",
            "lo_get(1)",
            ":name",
            "$1");

    private static final Gen<String> FORBIDDEN =
            Generate.pick(Stream.concat(KEYWORDS.stream(), NAMES.stream()).toList());

    private static final Gen<String> NASTY_TEXT =
            lists().of(Generate.pick(NASTY)).ofSizeBetween(0, 30).map(parts -> String.join("", parts));

    private static final Gen<List<String>> HONEST_TEXT =
            lists().of(Generate.pick(HONEST_TOKENS)).ofSizeBetween(1, 20);

    private static final Gen<String> GAP =
            Generate.pick(List.of(" ", "\n", "\t  ", " /* x */ ", "/**/", " -- ;DROP\n", "\r\n"));

    @Test
    void everyTextIsReadToItsEndUnderBothLexes() {
        qt().forAll(NASTY_TEXT, Generate.enumValues(Lexis.class)).checkAssert((sql, lexis) -> {
            var scan = lexis.scan(sql);
            int end = 0;
            for (var token : scan.tokens()) {
                assertThat(token.start()).isGreaterThanOrEqualTo(end);
                assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(sql.length());
                end = token.end();
            }
        });
    }

    @Test
    void nothingButSpaceAndCommentsLiesBetweenTheTokens() {
        qt().forAll(HONEST_TEXT, lists().of(GAP).ofSize(20), Generate.enumValues(Lexis.class))
                .checkAssert((tokens, gaps, lexis) -> {
                    var sql = spread(tokens, gaps);
                    var rest = new StringBuilder(sql);
                    var scan = lexis.scan(sql);
                    scan.tokens().forEach(token -> blank(rest, token.start(), token.end()));
                    scan.comments().forEach(comment -> blank(rest, comment.start(), comment.end()));
                    assertThat(rest.toString()).isBlank();
                });
    }

    @Test
    void whatPassesTheCheckPassesItForEachDatabaseThatCanReadIt() {
        qt().forAll(NASTY_TEXT, Generate.enumValues(Lexis.class)).checkAssert((nasty, lexis) -> {
            var text = new SqlText("SELECT " + nasty);
            if (SqlSafety.check(text).isEmpty()) {
                assertThat(SqlSafety.checkFor(text, lexis).isEmpty())
                        .isEqualTo(lexis.scan(text.value()).isPossible());
            }
        });
    }

    @Test
    void aForbiddenWordIsFoundWhereverItStandsAlone() {
        qt().forAll(HONEST_TEXT, integers().between(0, 20), FORBIDDEN).checkAssert((tokens, place, forbidden) -> {
            var text = new SqlText("SELECT " + insert(tokens, place, forbidden));
            assertThat(SqlSafety.check(text)).as(text.value()).isPresent();
        });
    }

    @Test
    void aForbiddenWordInsideALiteralOrCommentIsNone() {
        qt().forAll(HONEST_TEXT, integers().between(0, 20), FORBIDDEN, Generate.pick(WRAPPERS))
                .checkAssert((tokens, place, forbidden, wrapper) -> {
                    var inside = wrapper.apply(forbidden.replace("'", ""));
                    var text = new SqlText("SELECT " + insert(tokens, place, inside));
                    assertThat(SqlSafety.check(text)).as(text.value()).isEmpty();
                });
    }

    @Test
    void aKeywordAsAQuotedNameIsAName() {
        qt().forAll(HONEST_TEXT, integers().between(0, 20), Generate.pick(KEYWORDS))
                .checkAssert((tokens, place, keyword) -> {
                    var text = new SqlText("SELECT " + insert(tokens, place, '"' + keyword + '"'));
                    assertThat(SqlSafety.check(text)).as(text.value()).isEmpty();
                });
    }

    @Test
    void commentsAndLayoutBetweenTokensNeverChangeTheHash() {
        qt().forAll(HONEST_TEXT, lists().of(GAP).ofSize(20)).checkAssert((tokens, gaps) -> {
            var plain = new SqlText("SELECT 1 " + String.join(" ", tokens));
            assertThat(new SqlText("SELECT 1" + spread(tokens, gaps)).hash()).isEqualTo(plain.hash());
        });
    }

    @Test
    void normalisingTwiceIsNormalisingOnce() {
        qt().forAll(NASTY_TEXT).checkAssert(sql -> {
            var once = new SqlText(sql);
            assertThat(new SqlText(once.value())).isEqualTo(once);
        });
    }

    private static String insert(List<String> tokens, int place, String token) {
        int at = Math.min(place, tokens.size());
        var before = String.join(" ", tokens.subList(0, at));
        var after = String.join(" ", tokens.subList(at, tokens.size()));
        return before + " " + token + " " + after;
    }

    private static String spread(List<String> tokens, List<String> gaps) {
        var text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(gaps.get(i)).append(tokens.get(i));
        }
        return text.toString();
    }

    private static void blank(StringBuilder text, int start, int end) {
        text.replace(start, end, " ".repeat(end - start));
    }
}
