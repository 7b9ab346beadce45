package dev.onerow.quality.web;

import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.Flaw;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a client orders.
 *
 * @param id of the job: the client's, or a new one
 * @param order what it is to do
 */
record BackfillRequest(BackfillId id, BackfillOrder order) {

    /**
     * Reads an order of one source.
     *
     * @param comesWithFile whether a file came with the request, as it must for the source {@code file} and for no other
     */
    static BackfillRequest read(Fields in, boolean comesWithFile) {
        Optional<BackfillId> id = in.text("id")
                .map(
                        text -> BackfillId.parse(text).orElseThrow(IllegalArgumentException::new),
                        "invalid-form",
                        "A UUID.")
                .optional();
        String source = in.text("source").oneOf("qdrant", "file").required();
        if (source.equals("file") != comesWithFile && !source.isEmpty()) {
            in.fault(
                    "source",
                    "wrong-content",
                    "The source file, and no other, comes as multipart/form-data with the parts request and file.");
        }
        List<String> collections = in.texts("collections").orElse(List.of(BackfillOrder.DEFAULT_COLLECTION));
        OptionalLong limit =
                in.longInteger("limit").optional().map(OptionalLong::of).orElse(OptionalLong.empty());
        double minConfidence = in.number("min_confidence").orElse(0.0);
        int batchSize = in.integer("batch_size").orElse(BackfillOrder.DEFAULT_BATCH_SIZE);
        boolean dryRun = in.bool("dry_run").orElse(false);
        List<Flaw> flaws = BackfillOrder.flaws(collections, limit, minConfidence, batchSize);
        if (!flaws.isEmpty()) {
            throw QualityProblems.flawed(flaws, "").asException();
        }
        BackfillSource from = BackfillSource.of(source).orElse(BackfillSource.QDRANT);
        return new BackfillRequest(
                id.orElseGet(BackfillId::random),
                new BackfillOrder(from, collections, limit, minConfidence, batchSize, dryRun));
    }

    @Singleton
    static final class OfQdrant implements Form<BackfillRequest> {
        @Override
        public BackfillRequest read(Fields in) {
            return BackfillRequest.read(in, false);
        }

        @Override
        public String example() {
            return "{\"source\":\"qdrant\",\"dry_run\":true}";
        }
    }

    @Singleton
    static final class OfFile implements Form<BackfillRequest> {
        @Override
        public BackfillRequest read(Fields in) {
            return BackfillRequest.read(in, true);
        }

        @Override
        public String example() {
            return "{\"source\":\"file\"}";
        }
    }
}
