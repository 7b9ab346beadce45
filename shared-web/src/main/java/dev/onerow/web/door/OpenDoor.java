package dev.onerow.web.door;

import java.io.Serial;

/** The service would stand open to others than this machine, or the keys cannot be read. The message says what to do. */
public final class OpenDoor extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    OpenDoor(String message) {
        super(message);
    }
}
