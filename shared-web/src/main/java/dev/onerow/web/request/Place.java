package dev.onerow.web.request;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A place in a body or in a query. Costs two references until an error asks for its text. */
final class Place {
    static final Place ROOT = new Place(null, "");

    private final @Nullable Place parent;
    private final Object step;

    private Place(@Nullable Place parent, Object step) {
        this.parent = parent;
        this.step = step;
    }

    Place member(String name) {
        return new Place(this, name);
    }

    Place element(int index) {
        return new Place(this, index);
    }

    /** The member's name or the element's index, as text that can be written: halves of surrogate pairs are replaced. */
    String lastStep() {
        return new String(step.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The JSON pointer of this place (RFC 6901). */
    String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + lastStep().replace("~", "~0").replace("/", "~1");
    }
}
