package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.Spelling;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.CategoryRule;
import dev.onerow.ledger.domain.category.MatchType;
import dev.onerow.ledger.domain.category.RuleConditionsDraft;
import dev.onerow.ledger.domain.category.Template;
import dev.onerow.ledger.domain.category.TemplateChange;
import dev.onerow.ledger.domain.category.TemplateChange.Placed;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads templates, categories and rules that clients send. */
final class TemplateBodies {
    private static final int LONGEST_NAME = 200;

    private TemplateBodies() {}

    /**
     * A template as it was sent.
     *
     * @param isDefault null when the request does not say
     */
    record Sent(
            Template template,
            TemplateChange change,
            @Nullable Boolean isDefault) {}

    static Sent template(Fields in, TemplateId id) {
        in.text("id").sameAsPath(id.value());
        in.ignore("content_hash", "version", "created_at", "updated_at", "outcome");
        Template template = new Template(
                id,
                in.text("name").notBlank().atMost(LONGEST_NAME).required(),
                Inputs.text(in, "description"),
                in.bool("is_system").orElse(false),
                "");
        List<Part<Category>> categories = in.parts("categories", part -> element(part, id, TemplateBodies::category))
                .orElse(List.of());
        List<Part<CategoryRule>> rules = in.parts("rules", part -> element(part, id, TemplateBodies::rule))
                .orElse(List.of());
        TemplateChange change = new TemplateChange(
                placed("/categories/", categories),
                placed("/rules/", rules),
                removed(categories).stream().map(CategoryId::new).toList(),
                removed(rules).stream().map(RuleId::new).toList());
        return new Sent(template, change, in.bool("is_default").orNull());
    }

    static Category category(Fields in, String id, TemplateId template) {
        in.text("template_id").sameAsPath(template.value());
        in.ignore("version", "created_at", "updated_at", "outcome");
        String parent = Inputs.optionalKey(in, "parent_id");
        return new Category(
                new CategoryId(id),
                parent == null ? null : new CategoryId(parent),
                in.text("name").notBlank().atMost(LONGEST_NAME).required(),
                Inputs.word(in, "flow", Flow.class),
                in.text("color").atMost(LONGEST_NAME).orNull(),
                in.text("icon").atMost(LONGEST_NAME).orNull(),
                in.integer("position").orElse(0));
    }

    static CategoryRule rule(Fields in, String id, TemplateId template) {
        in.text("template_id").sameAsPath(template.value());
        in.ignore("version", "created_at", "updated_at", "outcome");
        RuleConditionsDraft conditions = in.part("conditions", TemplateBodies::conditions)
                .orElse(new RuleConditionsDraft(null, null, null, null, null, null, null, null, null));
        return new CategoryRule(
                new RuleId(id),
                Inputs.id(in, "category_id", CategoryId::new),
                in.text("name").atMost(LONGEST_NAME).orNull(),
                in.integer("priority").orElse(0),
                in.bool("enabled").orElse(true),
                conditions.json());
    }

    private static RuleConditionsDraft conditions(Fields in) {
        RuleConditionsDraft draft = new RuleConditionsDraft(
                in.text("merchant_pattern").orNull(),
                in.text("merchant_match_type")
                        .amongWords(Spelling.wordsOf(MatchType.class))
                        .orNull(),
                in.text("notes_pattern").orNull(),
                in.text("notes_match_type")
                        .amongWords(Spelling.wordsOf(MatchType.class))
                        .orNull(),
                in.texts("account_ids").orNull(),
                in.text("min_amount").orNull(),
                in.text("max_amount").orNull(),
                in.bool("is_income").orNull(),
                in.bool("is_expense").orNull());
        return Inputs.noting(in, draft, draft.check(""));
    }

    private static <T> Part<T> element(Fields in, TemplateId template, PartReader<T> reader) {
        String id = Inputs.id(in, "id", key -> key);
        in.requiredInSomeCases("name", "category_id");
        if (in.bool("deleted").orElse(false)) {
            in.text("template_id").sameAsPath(template.value());
            in.ignore("name", "category_id", "parent_id", "flow", "color", "icon", "position");
            in.ignore("priority", "enabled", "conditions", "version", "created_at", "updated_at");
            return new Part<>(id, null);
        }
        return new Part<>(id, reader.read(in, id, template));
    }

    private static <T> List<Placed<T>> placed(String pointer, List<Part<T>> parts) {
        List<Placed<T>> placed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            T value = parts.get(i).value();
            if (value != null) {
                placed.add(new Placed<>(pointer + i, value));
            }
        }
        return placed;
    }

    private static List<String> removed(List<? extends Part<?>> parts) {
        return parts.stream().filter(part -> part.value() == null).map(Part::id).toList();
    }

    private interface PartReader<T> {
        T read(Fields in, String id, TemplateId template);
    }

    /** An element of a list: what it says, or nothing when it is to be removed. */
    private record Part<T>(String id, @Nullable T value) {}

    @Singleton
    static final class OfTemplate implements Form<Sent> {
        @Override
        public Sent read(Fields in) {
            return template(in, new TemplateId("household"));
        }

        @Override
        public String example() {
            return "{\"name\":\"Household\",\"categories\":[{\"id\":\"food\",\"name\":\"Food\"}],\"rules\":[{\"id\":\"kiosk\","
                    + "\"category_id\":\"food\",\"conditions\":{\"merchant_pattern\":\"kiosk\"}}]}";
        }
    }

    @Singleton
    static final class OfCategory implements Form<Category> {
        @Override
        public Category read(Fields in) {
            in.text("id");
            return category(in, "food", new TemplateId("household"));
        }

        @Override
        public String example() {
            return "{\"name\":\"Food\",\"flow\":\"flow_out\"}";
        }
    }

    @Singleton
    static final class OfRule implements Form<CategoryRule> {
        @Override
        public CategoryRule read(Fields in) {
            in.text("id");
            return rule(in, "kiosk", new TemplateId("household"));
        }

        @Override
        public String example() {
            return "{\"category_id\":\"food\",\"priority\":10,\"conditions\":{\"merchant_pattern\":\"kiosk\"}}";
        }
    }
}
