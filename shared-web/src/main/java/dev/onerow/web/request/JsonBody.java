package dev.onerow.web.request;

import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.problem.Problems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON body of a request. A controller takes it as {@code @Body JsonBody body} and reads it once, with a function
 * that names every member it knows. Parsed when it is read, so on the thread of the controller. Not thread-safe.
 */
public final class JsonBody {
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private final byte[] utf8;
    private final Supplier<Optional<Outline>> declared;

    JsonBody(byte[] utf8, Supplier<Optional<Outline>> declared) {
        this.utf8 = utf8;
        this.declared = declared;
    }

    /** The body that was sent, or an empty object where none was: for calls whose members are all optional. */
    public static JsonBody orEmptyObject(@Nullable JsonBody sent) {
        if (sent == null) {
            return new JsonBody(EMPTY_OBJECT, Optional::empty);
        }
        return sent.utf8.length == 0 ? new JsonBody(EMPTY_OBJECT, sent.declared) : sent;
    }

    /** A body of these bytes. */
    public static JsonBody of(byte[] utf8) {
        return new JsonBody(utf8.clone(), Optional::empty);
    }

    /**
     * Reads the body as one object.
     *
     * @throws ProblemException 400 for what is not JSON and for unknown members, 422 with pointers for all else that is
     *     wrong, 413 when a limit was set and passed
     */
    public <T> T read(Function<Fields, T> reader) {
        return fieldsOf(value(), Outline.check(reader, declared));
    }

    /** Reads the body as a list of texts, with the same faults. */
    public List<String> readTexts() {
        Faults faults = new Faults.OfBody();
        return finished(faults, faults.texts(Place.ROOT, elements()));
    }

    /** The body as any JSON value, in the form that {@link StrictJson} gives it. */
    public @Nullable Object value() {
        return StrictJson.parse(utf8);
    }

    /** Refuses a body of more bytes, with 413. */
    public JsonBody atMost(int bytes) {
        if (utf8.length > bytes) {
            throw Problems.tooLarge("A body of this call has at most " + bytes + " bytes.")
                    .asException();
        }
        return this;
    }

    /** Reads an object that was parsed before, with the same faults as {@link #read}: a line of a bulk body, or a part. */
    public static <T> T fieldsOf(@Nullable Object parsed, Function<Fields, T> reader) {
        Faults faults = new Faults.OfBody();
        return finished(faults, faults.part(Place.ROOT, parsed, reader));
    }

    private List<@Nullable Object> elements() {
        Object value = value();
        if (value instanceof List) {
            return JsonValues.INSTANCE.list(value);
        }
        Problem noList = Problems.invalidBody("", "wrong-type", Kind.LIST.sentence());
        throw noList.asException();
    }

    private static <T> T finished(Faults faults, @Nullable T read) {
        faults.throwIfAny();
        return Objects.requireNonNull(read, "a reader answers a value");
    }
}
