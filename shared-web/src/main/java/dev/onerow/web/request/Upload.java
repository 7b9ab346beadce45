package dev.onerow.web.request;

import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.problem.Problems;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;

/**
 * A file that comes as {@code multipart/form-data}: a part {@value #FILE} and, where a call takes one, a part
 * {@value #REQUEST} in JSON. A controller takes the whole form as {@code @Body MultipartBody}, for a part that nobody
 * asks for would be dropped in silence, {@code dry_run} above all. Not thread-safe.
 */
public final class Upload implements AutoCloseable {
    /** The name of the part that is the file. */
    public static final String FILE = "file";

    /** The name of the part that says in JSON what to do with it. */
    public static final String REQUEST = "request";

    private static final int LONGEST_REQUEST = 1 << 20;

    private final Map<String, CompletedPart> parts;

    private Upload(Map<String, CompletedPart> parts) {
        this.parts = parts;
    }

    /**
     * The form of a file alone.
     *
     * @throws ProblemException 400 for any other part and for one that comes twice
     */
    public static Upload ofFile(MultipartBody body) {
        return of(body, Set.of(FILE));
    }

    /**
     * The form of a file and what to do with it, with the same faults. Waits until all of it is there; large files go to
     * the disk.
     */
    public static Upload ofFileAndRequest(MultipartBody body) {
        return of(body, Set.of(FILE, REQUEST));
    }

    private static Upload of(MultipartBody body, Set<String> known) {
        Map<String, CompletedPart> parts = new LinkedHashMap<>();
        List<FieldError> refused = new ArrayList<>();
        for (CompletedPart part : Flux.from(body).toIterable()) {
            String name = part.getName();
            if (!known.contains(name)) {
                refused.add(error(name, "unknown-part", "There is no part " + name + " here."));
                discard(part);
            } else if (parts.putIfAbsent(name, part) != null) {
                refused.add(error(name, "repeated-part", "The part " + name + " came more than once."));
                discard(part);
            }
        }
        Upload upload = new Upload(parts);
        if (!refused.isEmpty()) {
            upload.close();
            throw Problems.malformedRequest(refused.get(0).detail())
                    .errors(refused)
                    .asException();
        }
        return upload;
    }

    private static FieldError error(String part, String code, String detail) {
        return FieldError.at("/" + part, code, detail);
    }

    /**
     * The file. Taken once; it is gone when its stream is closed.
     *
     * @throws ProblemException 422 when it is missing, empty, or has no filename
     */
    public CompletedFileUpload file() {
        if (parts.get(FILE) instanceof CompletedFileUpload file) {
            parts.remove(FILE);
            return file;
        }
        // Without a filename the framework takes it for a field of a form: in memory, and without its content type.
        throw parts.containsKey(FILE)
                ? Problems.invalidBody("/" + FILE, "no-filename", "The part file needs a filename.")
                        .asException()
                : missing(FILE, "There is no part file, or it is empty.");
    }

    /**
     * What to do with it, sent as a text or as a file. Taken once.
     *
     * @throws ProblemException 422 when it is missing or empty, 413 when it is longer than a mebibyte
     */
    public JsonBody request() {
        CompletedPart part = parts.remove(REQUEST);
        if (part == null) {
            throw missing(REQUEST, "This part is required: JSON that says what to do with the file.");
        }
        try (InputStream utf8 = part.getInputStream()) {
            return JsonBody.of(utf8.readNBytes(LONGEST_REQUEST + 1)).atMost(LONGEST_REQUEST);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProblemException missing(String name, String detail) {
        return Problems.invalidBody("/" + name, "missing", detail).asException();
    }

    /** Forgets what was sent. */
    @Override
    public void close() {
        parts.values().forEach(Upload::discard);
        parts.clear();
    }

    private static void discard(CompletedPart part) {
        try {
            part.getInputStream().close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
