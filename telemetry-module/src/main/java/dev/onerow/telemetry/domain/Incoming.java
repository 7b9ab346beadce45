package dev.onerow.telemetry.domain;

/**
 * An extraction on its way into the store.
 *
 * @param contentHash of the extraction
 */
public record Incoming(Extraction extraction, String contentHash) {

    public FactState state() {
        return new FactState(contentHash, extraction.revision());
    }
}
