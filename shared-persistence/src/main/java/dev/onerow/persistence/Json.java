package dev.onerow.persistence;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value of a JSON column: {@code jsonb} on PostgreSQL, checked text on SQLite. Immutable and thread-safe.
 *
 * <p>Two are equal when they mean the same: the order of members, white space and the way a number is written do not
 * count ({@code 1.0}, {@code 1} and {@code 10e-1} are one number), and of members with one name the last stays, as
 * {@code jsonb} has it. Numbers keep their exact decimal value.
 *
 * <p>Only what both databases can keep is taken: no U+0000 and no half surrogate pairs, numbers of at most 1,000 digits
 * on either side of the point, and at most 200 levels. A member of a mapped record needs no annotation.
 */
@TypeDef(type = DataType.STRING, converter = JsonConverter.class)
public final class Json {
    /** The JSON value {@code null}, which is not the absence of a value. */
    public static final Json NULL = new Json(null, "null");

    /** As the database gave it; turned into the canonical text when somebody asks. */
    private final @Nullable String stored;

    /** Written at most a few times, always with the same text. */
    private volatile @Nullable String canonical;

    private Json(@Nullable String stored, @Nullable String canonical) {
        this.stored = stored;
        this.canonical = canonical;
    }

    /**
     * The JSON that a text says.
     *
     * @throws IllegalArgumentException when it is none, or cannot be kept; the message tells where, and repeats nothing
     */
    public static Json parse(String text) {
        return new Json(null, JsonText.canonical(JsonText.read(text)));
    }

    /**
     * The JSON of Java values: {@code Map} with text keys, {@code Collection}, {@code String}, any {@code Number},
     * {@code Boolean}, {@code Json} and null, nested at will. The values are copied.
     *
     * @throws IllegalArgumentException when it contains any other type, NaN or an infinity, or cannot be kept
     */
    public static Json of(@Nullable Object value) {
        return value instanceof Json json ? json : new Json(null, JsonText.canonical(value));
    }

    /** What a JSON column holds, as the database gave it. Not looked at until it is compared or read. */
    public static Json stored(String text) {
        return new Json(text, null);
    }

    /** The canonical text: members sorted by code point, no white space, plain decimal numbers without idle zeros. */
    public String text() {
        String text = canonical;
        if (text == null) {
            text = JsonText.canonical(JsonText.read(Objects.requireNonNull(stored)));
            canonical = text;
        }
        return text;
    }

    /** What it says, in whatever form is at hand. */
    String storable() {
        return stored != null ? stored : text();
    }

    /**
     * As Java values: unmodifiable {@code Map}s in the order of {@link #text}, unmodifiable {@code List}s,
     * {@code String}, {@code BigDecimal}, {@code Boolean}, or null for the JSON null. Made anew at each call.
     */
    public @Nullable Object tree() {
        return JsonText.read(storable());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && text().equals(json.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return text();
    }
}
