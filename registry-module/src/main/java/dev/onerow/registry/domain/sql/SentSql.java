package dev.onerow.registry.domain.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL as somebody sent it: what is found wrong with it is told by its place in that very text. */
public final class SentSql {
    private final String sent;
    private final SqlText text;

    public SentSql(String sent) {
        this.sent = sent;
        this.text = new SqlText(sent);
    }

    /** As it is stored. */
    public SqlText text() {
        return text;
    }

    /** Why it may not be saved, if so. */
    public Optional<UnsafeSql> check() {
        return SqlSafety.check(text)
                .map(unsafe -> new UnsafeSql(unsafe.reason(), position(unsafe.position()), unsafe.subject()));
    }

    /** Where a character of the stored text stands in the text that was sent; both count code points from 1. */
    public int position(int stored) {
        int at = 0;
        while (at < sent.length() && Ascii.isSpace(sent.charAt(at))) {
            at++;
        }
        int skipped = at;
        for (int seen = 1; seen < stored && at < sent.length(); seen++) {
            if (sent.startsWith("\r\n", at)) {
                skipped++;
                at++;
            }
            at += Character.charCount(sent.codePointAt(at));
        }
        return stored + skipped;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SentSql it && sent.equals(it.sent);
    }

    @Override
    public int hashCode() {
        return sent.hashCode();
    }

    @Override
    public String toString() {
        return sent;
    }
}
