package dev.onerow.web.request;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One member of a body, or one parameter of a query, on its way to a value. It is omitted, null, valid or faulty. A
 * fault is noted once and answered when all is read; until then a faulty field behaves as if all were well and gives a
 * stand-in, which reaches nobody because {@link Fields} throws in the end.
 */
public sealed class Field<T> permits TextField {
    final Fields fields;
    final String name;
    final @Nullable T value;
    private final @Nullable T standIn;

    Field(Fields fields, String name, @Nullable T value, @Nullable T standIn) {
        this.fields = fields;
        this.name = name;
        this.value = value;
        this.standIn = standIn;
    }

    /** Whether the request does not name it at all. */
    public boolean isOmitted() {
        return !fields.names(name);
    }

    /** Whether the request names it, with the value null. */
    public boolean isNull() {
        return fields.isNull(name);
    }

    /** The value; omitted and null are faults. */
    // A stand-in may be missing for values that others made; nobody sees it, see above.
    @SuppressWarnings("NullAway")
    public T required() {
        fields.describe(outline -> outline.required(name));
        if (value != null) {
            return value;
        }
        if (isOmitted()) {
            fields.fault(name, "missing", "It is required.");
        } else if (isNull()) {
            fields.fault(name, "null", "It cannot be null.");
        }
        return standIn;
    }

    /** The value, or none when it is omitted or null. */
    public Optional<T> optional() {
        return Optional.ofNullable(value);
    }

    /** The value, or null when it is omitted or null. */
    public @Nullable T orNull() {
        return value;
    }

    /** The value, or this one when it is omitted or null. */
    public T orElse(T other) {
        return value == null ? other : value;
    }

    /** Notes a fault when there is a value that does not pass. */
    public Field<T> check(Predicate<? super T> test, String code, String detail) {
        describe("description", detail);
        return passes(test, code, detail) ? this : new Field<>(fields, name, null, standIn);
    }

    /** Notes the fault {@code out-of-range} when there is a value below the least or above the greatest. */
    @SuppressWarnings("unchecked") // Numbers, dates and instants compare with their own kind.
    public Field<T> between(T least, T greatest) {
        if (least instanceof Number) {
            describe("minimum", least);
            describe("maximum", greatest);
        }
        return check(
                candidate -> ((Comparable<T>) candidate).compareTo(least) >= 0
                        && ((Comparable<T>) candidate).compareTo(greatest) <= 0,
                "out-of-range",
                least + " to " + greatest);
    }

    /**
     * Makes another value of it. A maker that refuses by {@link IllegalArgumentException}, {@link DateTimeException} or
     * {@link ArithmeticException} notes the fault.
     */
    public <U> Field<U> map(Function<? super T, ? extends U> maker, String code, String detail) {
        describe("description", detail);
        if (value == null) {
            return new Field<>(fields, name, null, null);
        }
        try {
            return new Field<>(fields, name, maker.apply(value), null);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            fields.fault(name, code, detail);
            return new Field<>(fields, name, null, null);
        }
    }

    final void describe(String key, Object value) {
        fields.describe(outline -> outline.detail(name, key, value));
    }

    final boolean passes(Predicate<? super T> test, String code, String detail) {
        if (value == null || test.test(value)) {
            return true;
        }
        fields.fault(name, code, detail);
        return false;
    }
}
