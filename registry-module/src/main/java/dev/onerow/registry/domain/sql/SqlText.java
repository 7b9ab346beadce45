package dev.onerow.registry.domain.sql;

import dev.onerow.registry.domain.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a rule as it is stored: line ends are LF, no white space around it, no semicolon behind it. Normalising a
 * normalised text changes nothing. Texts are equal when their characters are. Thread-safe.
 */
public final class SqlText {
    private final String value;

    /** Read off the text when it is first asked for: two threads at once find the same. */
    private @Nullable String hash;

    /** The same. What the text was read as is not kept: it is many times as long. */
    private @Nullable Judgement judgement;

    public SqlText(String sent) {
        this(normalised(sent), null);
    }

    private SqlText(String value, @Nullable String hash) {
        this.value = value;
        this.hash = hash;
    }

    /** A text that was stored with its hash, which is not worked out again. */
    public static SqlText stored(String value, String hash) {
        return new SqlText(value, hash);
    }

    /** The characters. */
    public String value() {
        return value;
    }

    /**
     * SHA-256, in hex, of the text without comments and layout. Texts with equal hashes make the same view on either
     * database; what stands inside strings and quoted names counts to the last space.
     */
    public String hash() {
        var known = hash;
        if (known == null) {
            known = hashOf(Lexis.readings(value));
            hash = known;
        }
        return known;
    }

    private String hashOf(List<Scan> readings) {
        return Sha256.hex(Layout.removedFrom(value, readings));
    }

    /** What {@link SqlSafety} says of it. */
    Judgement judgement() {
        var known = judgement;
        if (known == null) {
            known = SqlSafety.unfit(value).map(Judgement::unfit).orElseGet(this::read);
            judgement = known;
        }
        return known;
    }

    /** Reading takes most of the time, and the hash wants to be asked for afterwards. */
    private Judgement read() {
        var readings = Lexis.all(value);
        if (hash == null) {
            hash = hashOf(Lexis.possible(readings));
        }
        return Judgement.of(value, readings);
    }

    private static String normalised(String sent) {
        var text = sent.replace("\r\n", "\n");
        int start = 0;
        int end = text.length();
        while (start < end && Ascii.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && (Ascii.isSpace(text.charAt(end - 1)) || text.charAt(end - 1) == ';')) {
            end--;
        }
        return text.substring(start, end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SqlText text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
