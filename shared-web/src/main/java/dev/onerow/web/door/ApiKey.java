package dev.onerow.web.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key of the door, as a digest: the key itself is not kept. Its name is for the log. */
final class ApiKey {
    private static final Pattern FORM =
            Pattern.compile("(?<name>[A-Za-z0-9._-]{1,64}):(?<key>[A-Za-z0-9_-]{16,})(?<read>:read)?");

    private final String name;
    private final byte[] digest;
    private final boolean readOnly;

    private ApiKey(String name, byte[] digest, boolean readOnly) {
        this.name = name;
        this.digest = digest;
        this.readOnly = readOnly;
    }

    /**
     * A key from {@code name:key} or {@code name:key:read}.
     *
     * @throws IllegalArgumentException when it has another form; the message does not repeat it
     */
    static ApiKey parse(String entry, int place) {
        Matcher matcher = FORM.matcher(entry);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("ONEROW_API_KEYS, entry " + place
                    + ": it is name:key or name:key:read, and a key is at least 16 characters of A-Z a-z 0-9 _ -");
        }
        return new ApiKey(matcher.group("name"), digest(matcher.group("key")), matcher.group("read") != null);
    }

    /** Whether this is the key, in a time that does not depend on how much of it is right. */
    boolean is(byte[] digestOfCandidate) {
        return MessageDigest.isEqual(digest, digestOfCandidate);
    }

    boolean isReadOnly() {
        return readOnly;
    }

    String name() {
        return name;
    }

    static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
