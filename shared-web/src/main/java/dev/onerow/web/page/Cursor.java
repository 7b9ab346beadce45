package dev.onerow.web.page;

import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.request.StrictJson;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position as opaque text, bound to the list it was made for. The checksum covers the list and the values, so a cursor
 * that was made up, cut or carried to another list is found out. It is no secret: a position is a bound value of a query
 * that the caller may make anyway, and every instance of the service must know every other's cursors.
 */
final class Cursor {
    private static final int CHECKSUM_BYTES = 12;
    private static final String FORM = "onerow-cursor-1";

    private Cursor() {}

    static String encode(String list, List<? extends @Nullable Object> values) {
        byte[] payload = write(values).getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(CHECKSUM_BYTES + payload.length)
                .put(checksum(list, payload))
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The position, or none when the service did not make this cursor for this list. */
    static Optional<Position> decode(String list, String cursor) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length <= CHECKSUM_BYTES || !encodesBack(whole, cursor)) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(whole);
        byte[] checksum = new byte[CHECKSUM_BYTES];
        byte[] payload = new byte[whole.length - CHECKSUM_BYTES];
        buffer.get(checksum).get(payload);
        return MessageDigest.isEqual(checksum, checksum(list, payload)) ? read(payload) : Optional.empty();
    }

    private static boolean encodesBack(byte[] whole, String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole).equals(cursor);
    }

    private static Optional<Position> read(byte[] payload) {
        try {
            return StrictJson.parse(payload) instanceof List<?> values
                    ? Optional.of(new Position(Collections.unmodifiableList(new ArrayList<@Nullable Object>(values))))
                    : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static String write(List<? extends @Nullable Object> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object value : values) {
            plain.add(plain(value));
        }
        return StrictJson.write(plain);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number);
        }
        if (value == null || value instanceof String || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("Not a value of a position: " + value.getClass());
    }

    private static byte[] checksum(String list, byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : List.of(FORM.getBytes(StandardCharsets.UTF_8), list.getBytes(StandardCharsets.UTF_8))) {
                digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
                digest.update(part);
            }
            byte[] all = digest.digest(payload);
            return ByteBuffer.allocate(CHECKSUM_BYTES)
                    .put(all, 0, CHECKSUM_BYTES)
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
