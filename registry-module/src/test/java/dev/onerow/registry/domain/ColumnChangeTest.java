package dev.onerow.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.registry.domain.ColumnChange.Retyped;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnChangeTest {

    @Test
    void theSameColumnsAreNoChange() {
        var change = ColumnChange.between(columns("id integer", "name text"), columns("id integer", "name text"));

        assertThat(change).isEqualTo(new ColumnChange(List.of(), List.of(), List.of(), false, Verdict.NONE));
    }

    @Test
    void aFirstCreationAddsEverythingAndIsCompatible() {
        var change = ColumnChange.firstCreation(columns("id integer", "name text"));

        assertThat(change)
                .isEqualTo(new ColumnChange(List.of("id", "name"), List.of(), List.of(), false, Verdict.COMPATIBLE));
    }

    @Test
    void aColumnInTheMiddleIsCompatibleAndReordersNothing() {
        var change = ColumnChange.between(
                columns("id integer", "name text"), columns("id integer", "city text", "name text"));

        assertThat(change)
                .isEqualTo(new ColumnChange(List.of("city"), List.of(), List.of(), false, Verdict.COMPATIBLE));
    }

    @Test
    void anotherOrderIsCompatible() {
        var change = ColumnChange.between(columns("id integer", "name text"), columns("name text", "id integer"));

        assertThat(change).isEqualTo(new ColumnChange(List.of(), List.of(), List.of(), true, Verdict.COMPATIBLE));
    }

    @Test
    void aRenamedColumnIsOneRemovedAndOneAdded() {
        var change = ColumnChange.between(columns("id integer", "name text"), columns("id integer", "Name text"));

        assertThat(change)
                .isEqualTo(new ColumnChange(List.of("Name"), List.of("name"), List.of(), false, Verdict.BREAKING));
    }

    @Test
    void oneNarrowedColumnBreaksWhatAWidenedOneDoesNot() {
        var change = ColumnChange.between(
                columns("a integer", "b bigint", "c text"), columns("a bigint", "b integer", "c text"));

        assertThat(change.retyped())
                .containsExactly(new Retyped("a", "integer", "bigint"), new Retyped("b", "bigint", "integer"));
        assertThat(change.verdict()).isEqualTo(Verdict.BREAKING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    smallint              | integer
                    smallint              | bigint
                    integer               | bigint
                    int                   | bigint
                    int                   | integer
                    decimal               | numeric
                    bigint                | numeric
                    smallint              | numeric
                    real                  | double precision
                    character varying(10) | character varying(10)
                    character varying(10) | character varying(20)
                    varchar(10)           | character varying(20)
                    character varying(10) | character varying
                    character varying(10) | text
                    character varying     | text
                    numeric(10,2)         | numeric(12,2)
                    numeric(10)           | numeric(12)
                    """)
    void wideningIsCompatible(String from, String to) {
        assertThat(Widening.leads(from, to)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    integer               | smallint
                    numeric               | bigint
                    bigint                | numeric(20,0)
                    double precision      | real
                    integer               | double precision
                    real                  | numeric
                    character varying(20) | character varying(10)
                    text                  | character varying
                    text                  | character varying(10)
                    integer               | text
                    character(3)          | character varying(3)
                    numeric(10,2)         | numeric(12,3)
                    numeric(12,2)         | numeric(10,2)
                    numeric(10,2)         | character varying(20)
                    date                  | timestamp without time zone
                    any                   | text
                    """)
    void anyOtherChangeOfTypeBreaks(String from, String to) {
        assertThat(Widening.leads(from, to)).isFalse();
    }

    private static List<Column> columns(String... columns) {
        return Arrays.stream(columns)
                .map(column -> column.split(" ", 2))
                .map(parts -> new Column(parts[0], parts[1]))
                .toList();
    }
}
