package dev.onerow.quality.application;

/** Somebody else has changed the job: it was cancelled, or taken over. What is under way is to be undone. */
final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostLease() {
        super("The backfill is another's now", null, false, false);
    }
}
