package dev.onerow.rules.planted.alpha;

import dev.onerow.rules.planted.beta.Beta;

/** Planted: one half of a circle. */
public record Alpha(int value) {
    Beta beta() {
        return new Beta(value);
    }
}
