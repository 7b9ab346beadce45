package dev.onerow.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void tellsWhatAFormAsksForWithItsLimits() {
        Outline outline = Outline.of(in -> List.of(
                in.text("name").notBlank().atMost(20).required(),
                in.text("kind").oneOf("big", "small").orElse("big"),
                in.integer("seats").between(1, 900).orElse(40)));

        assertThat(outline.names()).containsExactly("name", "kind", "seats");
        assertThat(outline.requires("name")).isTrue();
        assertThat(outline.requires("seats")).isFalse();
        assertThat(outline.member("name")).isEqualTo(Map.of("type", "string", "pattern", "\\S", "maxLength", 20));
        assertThat(outline.member("kind")).containsEntry("enum", List.of("big", "small"));
        assertThat(outline.member("seats")).containsEntry("minimum", 1).containsEntry("maximum", 900);
    }

    @Test
    void refusesOtherMembersAndTakesNullWhereNothingIsTaken() {
        Map<String, Object> schema = Outline.of(in -> in.text("name").required()
                        + in.text("kind").oneOf("big", "small").orElse("big"))
                .schema(List.of());

        assertThat(schema).containsEntry("additionalProperties", false).containsEntry("required", List.of("name"));
        assertThat(property(schema, "name")).containsEntry("type", "string");
        assertThat(property(schema, "kind"))
                .containsEntry("type", List.of("string", "null"))
                .containsEntry("enum", Arrays.asList("big", "small", null));
    }

    @Test
    void leavesOutOfABodyWhatThePathSays() {
        Outline outline = Outline.of(in -> in.text("code").required());

        assertThat(outline.schema(List.of("code"))).doesNotContainKey("required");
    }

    @Test
    void followsPartsAndListsOfParts() {
        Map<String, Object> schema = Outline.of(in -> List.of(
                        in.part("owner", owner -> owner.text("name").required()).optional(),
                        in.parts("tags", tag -> tag.text("word").required()).orElse(List.of())))
                .schema(List.of());

        assertThat(property(schema, "owner")).containsEntry("required", List.of("name"));
        assertThat(property(schema, "tags").get("items"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("required", List.of("word"));
    }

    @Test
    void namesAliasesAndWhatTheServiceSets() {
        Outline outline = Outline.of(
                in -> in.ignore("version").alias("name", "title").text("name").required());

        assertThat(outline.names()).containsExactly("version", "title", "name");
        assertThat(outline.requires("name")).as("the alias does as well").isFalse();
        assertThat(outline.member("version")).containsEntry("readOnly", true);
        assertThat(outline.member("title")).containsEntry("type", "string").containsKey("description");
    }

    @Test
    void tellsTheWordsToExpectOfATextThatMayBeSpeltOtherwise() {
        Outline outline = Outline.of(
                in -> in.text("flow").amongWords(List.of("flow_in", "flow_out")).required());

        assertThat(outline.member("flow")).containsEntry("enum", List.of("flow_in", "flow_out"));
    }

    @Test
    void asksWithTheExampleOfAFormThatNeedsValues() {
        Outline outline = Outline.of(new NeedsAnAge("{\"age\":7}"));

        assertThat(outline.names()).containsExactly("age", "name");
        assertThat(outline.example()).isEqualTo(Map.of("age", 7L));
    }

    @Test
    void doesNotDemandWhatIsRequiredInSomeCases() {
        Outline outline =
                Outline.of(in -> in.requiredInSomeCases("name").text("name").required()
                        + in.text("id").required());

        assertThat(outline.schema(List.of())).containsEntry("required", List.of("id"));
    }

    @Test
    void refusesAnExampleThatItsFormRefuses() {
        assertThatThrownBy(() -> Outline.of(new NeedsAnAge("{\"age\":\"seven\"}")))
                .hasMessageContaining("/problems/invalid-body");
    }

    @Test
    void catchesAReaderThatReadsMoreThanItsForm() {
        Outline outline = Outline.of(in -> in.text("name").orElse(""));
        JsonBody body = new JsonBody(new byte[] {'{', '}'}, () -> Optional.of(outline));

        assertThatThrownBy(() -> body.read(in -> in.text("colour").orElse("red")))
                .isInstanceOf(AssertionError.class);
        assertThat(body.<String>read(in -> in.text("name").orElse("none"))).isEqualTo("none");
    }

    @SuppressWarnings("unchecked") // A schema is made of maps.
    private static Map<String, Object> property(Map<String, Object> schema, String name) {
        Map<String, Object> properties = (Map<String, Object>) schema.getOrDefault("properties", Map.of());
        return (Map<String, Object>) properties.getOrDefault(name, Map.of());
    }

    private record NeedsAnAge(String example) implements Form<String> {
        @Override
        public String read(Fields in) {
            int years = Objects.requireNonNull(in.integer("age").orNull());
            return in.text("name").orElse("") + years;
        }
    }
}
