package dev.onerow.registry.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.registry.domain.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns are read as either database writes them, whatever their names are. */
class ColumnsTextTest {
    private static final List<Column> TWO =
            List.of(new Column("id", "bigint"), new Column("name", "character varying(20)"));

    @Test
    void readsWhatItWrites() {
        assertThat(ColumnsText.read(ColumnsText.written(TWO).text())).isEqualTo(TWO);
        assertThat(ColumnsText.read(ColumnsText.written(List.of()).text())).isEmpty();
    }

    @Test
    void readsItWithTheSpacesOfPostgresql() {
        var stored =
                "[{\"name\": \"id\", \"type\": \"bigint\"}, {\"name\": \"name\", \"type\": \"character varying(20)\"}]";

        assertThat(ColumnsText.read(stored)).isEqualTo(TWO);
    }

    @Test
    void mistakesNoNameForItsOwnMarks() {
        var odd = List.of(
                new Column("name", "type"),
                new Column("type", "name"),
                new Column("", "any"),
                new Column(": ", "\"char\""),
                new Column("a\", \"type\": \"b\"}, {\"name\": \"c", "text"),
                new Column("back\\slash", "text"),
                new Column("line\nend", "schöner.typ"));

        assertThat(ColumnsText.read(ColumnsText.written(odd).text())).isEqualTo(odd);
        for (var column : odd) {
            assertThat(ColumnsText.read(ColumnsText.written(List.of(column)).text()))
                    .containsExactly(column);
        }
    }

    @Test
    void readsAnyOtherJsonThatSaysTheSame() {
        assertThat(ColumnsText.read("[ { \"type\" :\"bigint\" , \"name\" :\"id\" } ]"))
                .containsExactly(new Column("id", "bigint"));
        assertThat(ColumnsText.read("[{\"name\":\"id\",\"type\":\"bigint\",\"note\":\"x\"}]"))
                .containsExactly(new Column("id", "bigint"));
        assertThat(ColumnsText.read("[{\"name\":\"i\\u0064\",\"type\":\"bigint\"}]"))
                .containsExactly(new Column("id", "bigint"));
    }
}
