package dev.onerow.web.request;

import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is wrong with one body or one query, gathered while it is read. */
abstract class Faults {
    private static final int MOST = 100;

    private final List<FieldError> invalid = new ArrayList<>(0);
    private final List<FieldError> unknown = new ArrayList<>(0);
    private @Nullable ProblemException refusal;

    abstract FieldError at(Place place, String code, String detail);

    abstract FieldError unknown(Place place);

    abstract Problem invalid(List<FieldError> errors);

    /** Notes what is wrong at a place, where nothing is yet: what follows from a fault is none of its own. */
    void note(Place place, String code, String detail) {
        FieldError error = at(place, code, detail);
        if (invalid.size() < MOST && invalid.stream().noneMatch(noted -> isOfOnePlace(noted, error))) {
            invalid.add(error);
        }
    }

    private static boolean isOfOnePlace(FieldError one, FieldError other) {
        return Objects.equals(one.pointer(), other.pointer()) && Objects.equals(one.parameter(), other.parameter());
    }

    void noteUnknown(Place place) {
        if (unknown.size() < MOST) {
            unknown.add(unknown(place));
        }
    }

    /** The reader itself refused with a problem of its own. */
    void noteRefusal(ProblemException refused) {
        refusal = refusal == null ? refused : refusal;
    }

    boolean isEmpty() {
        return invalid.isEmpty() && unknown.isEmpty() && refusal == null;
    }

    /** The elements as texts, or null when one is none. */
    @Nullable
    List<String> texts(Place place, List<@Nullable Object> elements) {
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element instanceof String text) {
                texts.add(text);
            } else {
                note(place.element(texts.size()), "wrong-type", Kind.TEXT.sentence());
                return null;
            }
        }
        return Collections.unmodifiableList(texts);
    }

    /** The elements, each read as an object, or null when one is faulty. */
    <T> @Nullable List<T> parts(Place place, List<@Nullable Object> elements, Function<Fields, T> reader) {
        List<T> parts = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            T part = part(place.element(i), elements.get(i), reader);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.size() == elements.size() ? Collections.unmodifiableList(parts) : null;
    }

    /** The value read as an object, or null when it is none or faulty. */
    <T> @Nullable T part(Place place, @Nullable Object raw, Function<Fields, T> reader) {
        if (!(raw instanceof Map)) {
            note(place, "wrong-type", Kind.OBJECT.sentence());
            return null;
        }
        return new Fields(this, place, JsonValues.INSTANCE, JsonValues.INSTANCE.object(raw)).apply(reader);
    }

    /** Throws what was noted, if anything: what nobody knows (400) before what is not valid (422). */
    void throwIfAny() {
        if (!unknown.isEmpty()) {
            throw Problems.malformedRequest(unknown.get(0).detail())
                    .errors(unknown)
                    .asException();
        }
        if (!invalid.isEmpty()) {
            throw invalid(invalid).asException();
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    static final class OfBody extends Faults {
        @Override
        FieldError at(Place place, String code, String detail) {
            return FieldError.at(place.pointer(), code, detail);
        }

        @Override
        FieldError unknown(Place place) {
            return at(place, "unknown-member", "There is no member " + place.lastStep() + " here.");
        }

        @Override
        Problem invalid(List<FieldError> errors) {
            return Problems.invalidBody(errors);
        }
    }

    static final class OfQuery extends Faults {
        @Override
        FieldError at(Place place, String code, String detail) {
            return FieldError.parameter(place.lastStep(), code, detail);
        }

        @Override
        FieldError unknown(Place place) {
            return at(place, "unknown-parameter", "There is no parameter " + place.lastStep() + " here.");
        }

        @Override
        Problem invalid(List<FieldError> errors) {
            return Problems.invalidParameters(errors);
        }
    }
}
