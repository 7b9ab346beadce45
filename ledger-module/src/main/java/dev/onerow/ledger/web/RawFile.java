package dev.onerow.ledger.web;

import dev.onerow.ledger.api.FileImports;
import dev.onerow.web.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The body of a request as a file: its bytes as they came, and the type it says it has. */
final class RawFile {
    private static final int LARGEST = FileImports.LARGEST_FILE;

    private final InputStream body;
    private final @Nullable String contentType;

    RawFile(InputStream body, @Nullable String contentType) {
        this.body = body;
        this.contentType = contentType;
    }

    @Nullable
    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return read(body);
    }

    /** All bytes of a file, unless it is larger than a statement can be. */
    static byte[] read(InputStream stream) {
        try (stream) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Problems.tooLarge("A statement has at most " + LARGEST / 1024 / 1024 + " MiB.")
                        .asException();
            }
            return bytes;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
