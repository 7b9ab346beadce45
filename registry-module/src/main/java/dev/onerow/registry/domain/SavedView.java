package dev.onerow.registry.domain;

/** What became of a view that was to be stored, and the row it is in. */
public record SavedView(Effect effect, long id, RowVersion row) {

    /** The same with another effect where the row stayed as it was. */
    public SavedView orIfUnchanged(Effect other) {
        return effect == Effect.UNCHANGED ? new SavedView(other, id, row) : this;
    }
}
