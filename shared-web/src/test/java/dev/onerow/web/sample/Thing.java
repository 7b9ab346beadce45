package dev.onerow.web.sample;

import dev.onerow.web.request.Fields;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something with a key and a value of each kind. */
@Serdeable
record Thing(
        String code,
        @Nullable String displayName,
        int amount,
        @Nullable Double score,
        @Nullable Instant seenAt,
        Map<String, @Nullable Object> metadata,
        List<String> tags,
        List<Part> parts,
        long version) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_/-]{1,20}");

    @Serdeable
    record Part(String name, BigDecimal weight) {
        static Part read(Fields in) {
            return new Part(
                    in.text("name").notBlank().required(), in.decimal("weight").orElse(BigDecimal.ONE));
        }
    }

    static Thing read(Fields in, @Nullable String codeOfPath) {
        in.ignore("version", "outcome");
        return new Thing(
                codeOfPath == null
                        ? in.text("code").matching(CODE, "Capitals and digits.").required()
                        : in.text("code").sameAsPath(codeOfPath).orElse(codeOfPath),
                in.text("display_name").atMost(20).orNull(),
                in.integer("amount").between(0, 100).required(),
                in.number("score").orNull(),
                in.instant("seen_at").orNull(),
                in.object("metadata").orElse(Map.of()),
                in.texts("tags").orElse(List.of()),
                in.parts("parts", Part::read).orElse(List.of()),
                1);
    }

    Thing withVersion(long newVersion) {
        return new Thing(code, displayName, amount, score, seenAt, metadata, tags, parts, newVersion);
    }
}
