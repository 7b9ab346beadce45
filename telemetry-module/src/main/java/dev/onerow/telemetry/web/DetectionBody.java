package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.ExtractionReport.Detection;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.StrictJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what a detector made of a page. */
final class DetectionBody {
    private DetectionBody() {}

    static Detection read(Fields in) {
        in.ignore("id", "operation_id", "row_version", "created_at", "updated_at");
        return new Detection(
                in.text("article_id").orNull(),
                in.text("url").orNull(),
                in.text("publisher").orNull(),
                in.text("host").orNull(),
                in.text("status").orNull(),
                in.text("confidence").orNull(),
                in.number("confidence_score").orNull(),
                in.text("reason").orNull(),
                unquoted(in.value("evidence").orNull()),
                in.text("version").orNull(),
                in.instant("detected_at").orNull());
    }

    /**
     * Text that is JSON stands for what it says, and any other for itself. Text within text is read as well, so that
     * evidence which was shown means the same when it is sent back.
     */
    private static @Nullable Object unquoted(@Nullable Object evidence) {
        Object value = evidence;
        while (value instanceof String text) {
            try {
                value = StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
            } catch (ProblemException notJson) {
                return text;
            }
        }
        return value;
    }
}
