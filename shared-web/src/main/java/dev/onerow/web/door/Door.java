package dev.onerow.web.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. Without keys everybody who reaches the address may, so then it has to be a loopback address, or the
 * operator has to say that it is meant so. Immutable.
 */
public final class Door {
    private final List<ApiKey> keys;

    private Door(List<ApiKey> keys) {
        this.keys = keys;
    }

    /**
     * A door with these keys.
     *
     * @param keys {@code ONEROW_API_KEYS}: comma-separated, each {@code name:key} or {@code name:key:read}, or
     *     {@code @path} of a file with such entries, by commas or lines; lines that start with # are comments
     * @throws OpenDoor when one cannot be read; no message has a key in it
     */
    public static Door of(@Nullable String keys) {
        List<ApiKey> parsed = new ArrayList<>();
        for (String entry : entries(keys == null ? "" : keys.strip())) {
            if (!entry.isBlank()) {
                parsed.add(parse(entry.strip(), parsed.size() + 1));
            }
        }
        return new Door(List.copyOf(parsed));
    }

    /**
     * Refuses to stand open beyond this machine.
     *
     * @param host {@code ONEROW_HOST}, the address to bind; null means every address
     * @param allowAnonymous {@code ONEROW_ALLOW_ANONYMOUS}
     * @throws OpenDoor when others could come in without a key and nobody said that they may
     */
    public void check(@Nullable String host, boolean allowAnonymous) {
        if (keys.isEmpty() && !allowAnonymous && !isLoopback(host)) {
            throw new OpenDoor("ONEROW_HOST is " + (host == null ? "every address" : host)
                    + ", which others can reach, and no keys are set. Set ONEROW_API_KEYS=name:key"
                    + " (a key is at least 16 characters of A-Z a-z 0-9 _ -), or bind 127.0.0.1,"
                    + " or set ONEROW_ALLOW_ANONYMOUS=true when everybody may read and write.");
        }
    }

    /** Whether a key is needed. */
    boolean isLocked() {
        return !keys.isEmpty();
    }

    /** The key that was sent, if it is one of ours. All are compared, whichever fits. */
    Optional<ApiKey> find(String candidate) {
        byte[] digest = ApiKey.digest(candidate);
        ApiKey found = null;
        for (ApiKey key : keys) {
            found = key.is(digest) ? key : found;
        }
        return Optional.ofNullable(found);
    }

    private static ApiKey parse(String entry, int place) {
        try {
            return ApiKey.parse(entry, place);
        } catch (IllegalArgumentException e) {
            throw new OpenDoor(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> entries(String keys) {
        List<String> entries = new ArrayList<>();
        for (String entry : keys.split(",", -1)) {
            String stripped = entry.strip();
            if (stripped.startsWith("@")) {
                entries.addAll(entriesOfFile(stripped.substring(1)));
            } else {
                entries.add(stripped);
            }
        }
        return entries;
    }

    private static List<String> entriesOfFile(String path) {
        try {
            List<String> entries = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(path))) {
                if (!line.startsWith("#")) {
                    entries.addAll(List.of(line.split(",", -1)));
                }
            }
            return entries;
        } catch (IOException | InvalidPathException e) {
            throw new OpenDoor("ONEROW_API_KEYS names the file " + path + ", which cannot be read as UTF-8 text.");
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null
                    && !host.isBlank()
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
