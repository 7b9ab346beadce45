package dev.onerow.web.request;

import jakarta.inject.Singleton;

/** The form of a body that has nothing to say: it may be left out, and every member of it is refused. */
@Singleton
public final class Nothing implements Form<Boolean> {
    @Override
    public Boolean read(Fields in) {
        return true;
    }
}
