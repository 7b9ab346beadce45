package dev.onerow.rules.planted.beta;

import dev.onerow.rules.planted.alpha.Alpha;

/** Planted: the other half. */
public record Beta(int value) {
    Alpha alpha() {
        return new Alpha(value);
    }
}
