package dev.onerow.quality.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.BackfillProgress;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.ScoreTotals;
import dev.onerow.quality.domain.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The JSON columns of a backfill. Written here alone, so what is read is what was written. */
final class BackfillJson {
    private BackfillJson() {}

    static Json params(BackfillOrder order, boolean isAttended) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("collections", order.collections());
        params.put("limit", order.limit().isPresent() ? (Long) order.limit().getAsLong() : null);
        params.put("min_confidence", order.minConfidence());
        params.put("batch_size", order.batchSize());
        params.put("dry_run", order.dryRun());
        params.put("attended", isAttended);
        return Json.of(params);
    }

    static BackfillOrder order(String source, Json params) {
        Map<?, ?> json = object(params);
        List<String> collections = new ArrayList<>();
        ((List<?>) value(json, "collections")).forEach(name -> collections.add((String) name));
        Object limit = json.get("limit");
        return new BackfillOrder(
                BackfillSource.of(source).orElseThrow(),
                collections,
                limit == null ? OptionalLong.empty() : OptionalLong.of(((BigDecimal) limit).longValueExact()),
                decimal(json, "min_confidence").doubleValue(),
                decimal(json, "batch_size").intValueExact(),
                (Boolean) value(json, "dry_run"));
    }

    static boolean isAttended(Json params) {
        return (Boolean) value(object(params), "attended");
    }

    /** The collection by its name and the place in it; of a file the line, which needs no collection. */
    static Json checkpoint(BackfillOrder order, BackfillProgress progress) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        boolean isRead = progress.collection() >= order.collections().size();
        json.put("collection", isRead ? null : order.collections().get(progress.collection()));
        json.put(order.source() == BackfillSource.FILE ? "line" : "offset", progress.place());
        json.put("taken", progress.taken());
        json.put("source_count_at_start", progress.sourceAtStart().orElse(null));
        json.put("source_count_at_end", progress.sourceAtEnd().orElse(null));
        json.put("breaks", progress.breaks());
        json.put("failure", progress.failure().orElse(null));
        json.put("totals", totals(progress.totals()));
        return Json.of(json);
    }

    static BackfillProgress progress(BackfillOrder order, Json checkpoint) {
        Map<?, ?> json = object(checkpoint);
        Object collection = json.get("collection");
        return new BackfillProgress(
                collection == null
                        ? order.collections().size()
                        : order.collections().indexOf((String) collection),
                (String) value(json, order.source() == BackfillSource.FILE ? "line" : "offset"),
                decimal(json, "taken").longValueExact(),
                totals((Map<?, ?>) value(json, "totals")),
                count(json, "source_count_at_start"),
                count(json, "source_count_at_end"),
                count(json, "breaks").map(Math::toIntExact).orElse(0),
                Optional.ofNullable((String) json.get("failure")));
    }

    static Json problems(List<BackfillProblem> problems) {
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        for (BackfillProblem problem : problems) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("id", problem.id());
            members.put("collection", problem.collection());
            members.put("reason", problem.reason());
            json.add(members);
        }
        return Json.of(json);
    }

    static List<BackfillProblem> problems(@Nullable Json problems) {
        List<BackfillProblem> all = new ArrayList<>();
        if (problems != null && problems.tree() instanceof List<?> list) {
            for (Object element : list) {
                Map<?, ?> json = (Map<?, ?>) element;
                all.add(new BackfillProblem(
                        (String) json.get("id"), (String) json.get("collection"), (String) value(json, "reason")));
            }
        }
        return all;
    }

    private static Map<String, @Nullable Object> totals(ScoreTotals totals) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("count", totals.count());
        json.put("composites", totals.composites());
        json.put("completeness", totals.completeness());
        json.put("documentation", totals.documentation());
        json.put("onex_compliance", totals.onexCompliance());
        json.put("metadata_richness", totals.metadataRichness());
        json.put("complexity", totals.complexity());
        totals.tiers().forEach((tier, count) -> json.put(tier.word(), count));
        return json;
    }

    private static ScoreTotals totals(Map<?, ?> json) {
        Map<Tier, Long> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            tiers.put(tier, decimal(json, tier.word()).longValueExact());
        }
        return new ScoreTotals(
                decimal(json, "count").longValueExact(),
                decimal(json, "composites").doubleValue(),
                decimal(json, "completeness").doubleValue(),
                decimal(json, "documentation").doubleValue(),
                decimal(json, "onex_compliance").doubleValue(),
                decimal(json, "metadata_richness").doubleValue(),
                decimal(json, "complexity").doubleValue(),
                tiers);
    }

    private static Optional<Long> count(Map<?, ?> json, String name) {
        return Optional.ofNullable((BigDecimal) json.get(name)).map(BigDecimal::longValueExact);
    }

    private static BigDecimal decimal(Map<?, ?> json, String name) {
        return (BigDecimal) value(json, name);
    }

    private static Object value(Map<?, ?> json, String name) {
        Object value = json.get(name);
        if (value == null) {
            throw new IllegalStateException("A column of a backfill has no " + name);
        }
        return value;
    }

    private static Map<?, ?> object(Json json) {
        if (json.tree() instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("A column of a backfill is no object");
    }
}
