package dev.onerow.telemetry.web;

import dev.onerow.persistence.Outcome;
import dev.onerow.telemetry.application.RecordExtractions;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.Recorded;
import dev.onerow.web.bulk.BulkWrite;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.request.Fields;
import io.micronaut.context.annotation.Prototype;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Records the extractions of one bulk request; each request has its own. */
@Prototype
final class ExtractionLines implements BulkWrite<Extraction> {
    private final RecordExtractions.Chunks chunks;

    ExtractionLines(RecordExtractions recordExtractions) {
        chunks = recordExtractions.inChunks();
    }

    @Override
    public Extraction read(Fields line) {
        return ReportBody.accepted(ReportBody.readLine(line));
    }

    @Override
    public String example() {
        return "{\"operation_id\":\"op-118\",\"article_id\":\"a-118\",\"url\":\"https://daily.example.com/story\","
                + "\"start_time\":\"2026-11-20T08:00:00Z\",\"end_time\":\"2026-11-20T08:00:01.13Z\","
                + "\"http_status_code\":200,\"methods_attempted\":[\"beautifulsoup\"],"
                + "\"successful_method\":\"beautifulsoup\",\"is_success\":true}";
    }

    @Override
    public List<LineAnswer> write(List<Extraction> lines) {
        List<Recorded> recorded = chunks.record(lines);
        List<LineAnswer> answers = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String id = lines.get(i).operationId().value();
            answers.add(LineAnswer.of(
                    Map.of(ReportBody.KEY, id), outcome(recorded.get(i).outcome())));
        }
        return answers;
    }

    @Override
    public <R> R inOneTransaction(Supplier<R> work) {
        return chunks.inOneTransaction(work);
    }

    static Outcome outcome(Recorded.Outcome outcome) {
        return switch (outcome) {
            case INSERTED -> Outcome.INSERTED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case STALE -> Outcome.STALE;
            case FOLDED -> Outcome.FOLDED;
            case CONDITION_FAILED -> Outcome.REJECTED;
        };
    }
}
