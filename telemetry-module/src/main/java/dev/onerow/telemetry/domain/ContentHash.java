package dev.onerow.telemetry.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal digits, of a text that comes piece by piece. Used once; not thread-safe. */
final class ContentHash {
    private final MessageDigest digest;

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static String of(String text) {
        ContentHash hash = new ContentHash();
        hash.add(text);
        return hash.hex();
    }

    void add(String piece) {
        digest.update(piece.getBytes(StandardCharsets.UTF_8));
    }

    /** The digits, after the last piece. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
