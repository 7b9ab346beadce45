package dev.onerow.telemetry.domain;

/** What a state of an operation is known by: its content, and the number that its producer gave it. */
public record FactState(String contentHash, int revision) {

    /** What becomes of an incoming state where this one is stored. At equal revisions the later writer wins. */
    public Verdict onIncoming(FactState incoming) {
        if (contentHash.equals(incoming.contentHash)) {
            return Verdict.SAME;
        }
        return incoming.revision < revision ? Verdict.OLDER : Verdict.WRITE;
    }

    /** What becomes of a state that comes in. */
    public enum Verdict {
        /** It says what is stored already. */
        SAME,
        /** What is stored is newer. */
        OLDER,
        /** It replaces what is stored. */
        WRITE
    }
}
