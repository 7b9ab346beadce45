package dev.onerow.quality.web;

import dev.onerow.quality.domain.Flaw;
import dev.onerow.quality.domain.ManifestEntry;
import dev.onerow.quality.domain.PatternReading;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the manifest filter.
 *
 * @param patterns the elements as they came
 * @param entries the same, read
 * @param minQuality threshold of the composite
 * @param isRecording whether the scores are to be stored
 */
record ManifestRequest(
        List<@Nullable Object> patterns, List<ManifestEntry> entries, double minQuality, boolean isRecording) {
    private static final double DEFAULT_QUALITY = 0.5;

    static ManifestRequest read(Fields in) {
        List<@Nullable Object> patterns = in.list("patterns").required();
        double minQuality = in.number("min_quality")
                .check(share -> share >= 0 && share <= 1, "out-of-range", "0 to 1")
                .orElse(DEFAULT_QUALITY);
        boolean isRecording = in.bool("record").orElse(true);
        List<ManifestEntry> entries = new ArrayList<>(patterns.size());
        for (Object element : patterns) {
            entries.add(entry(element, "/patterns/" + entries.size()));
        }
        return new ManifestRequest(patterns, entries, minQuality, isRecording);
    }

    /** An element that is no object is a pattern that cannot be scored, and no reason to refuse the others. */
    private static ManifestEntry entry(@Nullable Object element, String pointer) {
        if (!(element instanceof Map<?, ?> map)) {
            Flaw flaw = new Flaw("", "wrong-type", "A pattern is an object.");
            return new ManifestEntry(Optional.empty(), new PatternReading.NotScorable(List.of(flaw)));
        }
        @SuppressWarnings("unchecked") // The keys of a JSON object are texts.
        Map<String, @Nullable Object> json = (Map<String, @Nullable Object>) map;
        PatternBodies.requireKnownKeys(json, pointer);
        return new ManifestEntry(
                PatternIds.read(json.get(PatternIds.NAME), pointer + "/" + PatternIds.NAME), PatternReading.of(json));
    }

    /** The name that an element gives itself, or null. */
    @Nullable
    String nameOf(int index) {
        if (patterns.get(index) instanceof Map<?, ?> map) {
            Object name = map.get("pattern_name") instanceof String text && !text.isEmpty() ? text : map.get("name");
            return name instanceof String text ? text : null;
        }
        return null;
    }

    @Singleton
    static final class Sent implements Form<ManifestRequest> {
        @Override
        public ManifestRequest read(Fields in) {
            return ManifestRequest.read(in);
        }

        @Override
        public String example() {
            return "{\"patterns\":[" + new PatternForm().example() + "],\"min_quality\":0.6}";
        }
    }
}
