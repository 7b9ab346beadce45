package dev.onerow.registry.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT 1;",
                "  SELECT 1 ;\r\n",
                "\n\tSELECT 1\n;\n",
                "SELECT 1;;",
                "\r\nSELECT 1 ; ; "
            })
    void isTrimmedAndHasNoSemicolonAtItsEnd(String sent) {
        var text = new SqlText(sent);

        assertThat(text.value()).isEqualTo("SELECT 1");
        assertThat(new SqlText(text.value())).isEqualTo(text);
    }

    @Test
    void keepsCommentsAndIndentation() {
        var text = new SqlText("SELECT id -- the key\r\n  FROM guests; -- done");

        assertThat(text.value()).isEqualTo("SELECT id -- the key\n  FROM guests; -- done");
    }

    @Test
    void hashesTheShortestTextAsItStands() {
        var hash = new SqlText("SELECT id, name FROM guests;").hash();

        assertThat(hash).isEqualTo("7f508349f760044bcb60a7e34743a9c159a922d2d06eeeecc66afd8a8a693ff4");
    }

    /** Defect 15 of the prior art. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id,\n       name\n  FROM guests",
                "/* guests */ SELECT id, name FROM guests -- all",
                "SELECT id,/* key */name FROM guests",
                "\tSELECT\tid, -- key\n\tname FROM  guests ;"
            })
    void changeDetectionByFileTextDoesNotReportLayoutAsChange(String sent) {
        var hash = new SqlText(sent).hash();

        assertThat(hash).isEqualTo(new SqlText("SELECT id, name FROM guests").hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id, name FROM guests",
                "SELECT id , name FROM guests",
                "SELECT id, name FROM guests WHERE name <> ' a'",
                "SELECT id, name FROM guests WHERE name <> '  a'",
                "SELECT id, name FROM guests WHERE name <> '-- a'",
                "SELECT id, name FROM guests WHERE name <> $$  a$$",
                "SELECT id, name FROM guests WHERE name <> E'\\'  a'",
                "SELECT id, name AS \"a  b\" FROM guests",
                "SELECT id, name AS \"a b\" FROM guests",
                "SELECT id, name AS [a  b] FROM guests",
                "SELECT id, name [a  b] FROM guests",
                "SELECT id, name [a b] FROM guests",
                "SELECT id, name /* /* */ , city -- */ */ \n FROM guests",
                "SELECT id, name /* /* */ , city AS town -- */ */ \n FROM guests",
                "SELECT id, name /* /* */ , city AS town -- */ */ FROM guests",
            })
    void everyOtherChangeChangesTheHash(String sent) {
        var others = java.util.stream.Stream.of(
                        "SELECT id, name FROM guests",
                        "SELECT id, name FROM guests WHERE name <> 'a'",
                        "SELECT id, name FROM guests WHERE name <> $$ a$$",
                        "SELECT id, name FROM guests WHERE name <> E'\\' a'",
                        "SELECT id, name AS [a b] FROM guests",
                        "SELECT id, name /* /* */ , city AS place -- */ */ \n FROM guests")
                .map(other -> new SqlText(other).hash());

        assertThat(others).doesNotContain(new SqlText(sent).hash());
    }

    @Test
    void tellsWhereACharacterStoodInTheTextAsSent() {
        var sent = " \r\nSELECT 1,\r\n '\uD83D\uDE00',\r\n oops;";
        var text = new SqlText(sent);
        int stored = text.value().codePointCount(0, text.value().indexOf("oops")) + 1;

        int position = new SentSql(sent).position(stored);

        assertThat(position).isEqualTo(sent.codePointCount(0, sent.indexOf("oops")) + 1);
    }
}
