package dev.onerow.web.request;

import jakarta.inject.Singleton;

/** The parameter {@code dry_run} of calls that can tell what they would do, without doing it. */
@Singleton
public final class DryRun implements Form<Boolean> {
    @Override
    public Boolean read(Fields in) {
        return in.bool("dry_run").orElse(false);
    }
}
