package dev.onerow.web.request;

import dev.onerow.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, or the parameters of one query, read by name. Reading never throws for what the client
 * did: every fault is noted with its pointer or parameter, and whoever started the reading throws one problem with all of
 * them. A member that nobody asked for is unknown, and refused. Not thread-safe.
 */
public final class Fields {
    private final Faults faults;
    private final Place place;
    private final Values values;
    private final Map<String, @Nullable Object> members;
    private final @Nullable Outline outline;
    private final Set<String> known = new HashSet<>();
    private Map<String, String> spelling = Map.of();

    Fields(Faults faults, Place place, Values values, Map<String, @Nullable Object> members) {
        this(faults, place, values, members, null);
    }

    /** Fields of which nothing is there, and that tell an outline what they are asked for. */
    Fields(
            Faults faults,
            Place place,
            Values values,
            Map<String, @Nullable Object> members,
            @Nullable Outline outline) {
        this.outline = outline;
        this.faults = faults;
        this.place = place;
        this.values = values;
        this.members = members;
    }

    /** Text. */
    public TextField text(String name) {
        return new TextField(this, name, read(name, values::text, Kind.TEXT));
    }

    /** An integer of 32 bits; a number such as {@code 3.0} is one. */
    public Field<Integer> integer(String name) {
        return field(name, values::integer, 0, Kind.INTEGER);
    }

    /** An integer of 64 bits. */
    public Field<Long> longInteger(String name) {
        return field(name, values::longInteger, 0L, Kind.LONG);
    }

    /** A number, exact. */
    public Field<BigDecimal> decimal(String name) {
        return field(name, values::decimal, BigDecimal.ZERO, Kind.NUMBER);
    }

    /** A finite number of double precision. */
    public Field<Double> number(String name) {
        return field(name, values::number, 0.0, Kind.NUMBER);
    }

    /** True or false, nothing else. */
    public Field<Boolean> bool(String name) {
        return field(name, values::bool, false, Kind.BOOLEAN);
    }

    /** An RFC 3339 instant with any offset, of the years 1 to 9999, cut to microseconds. */
    public Field<Instant> instant(String name) {
        return field(name, values::instant, Instant.EPOCH, Kind.INSTANT);
    }

    /** A date as {@code YYYY-MM-DD}. */
    public Field<LocalDate> date(String name) {
        return field(name, values::date, LocalDate.EPOCH, Kind.DATE);
    }

    /** Any value as it came, in the form that {@link StrictJson} gives it. */
    public Field<Object> value(String name) {
        return field(name, raw -> raw, Map.of(), Kind.ANY);
    }

    /** An object as it came, whatever its members. Unmodifiable. */
    public Field<Map<String, @Nullable Object>> object(String name) {
        return field(name, values::object, Map.of(), Kind.OBJECT);
    }

    /** A list as it came, whatever its elements. Unmodifiable. */
    public Field<List<@Nullable Object>> list(String name) {
        return field(name, values::list, List.of(), Kind.LIST);
    }

    /** A list of texts; in a query, a parameter that may be repeated. */
    public Field<List<String>> texts(String name) {
        List<@Nullable Object> elements = list(name).orNull();
        describe(it -> it.detail(name, "items", Kind.TEXT.schema()));
        return new Field<>(this, name, elements == null ? null : faults.texts(placeOf(name), elements), List.of());
    }

    /** An object with members of its own, read in the same strict way. */
    public <T> Field<T> part(String name, Function<Fields, T> reader) {
        Map<String, @Nullable Object> object = object(name).orNull();
        describe(it -> it.member(name, it.part(reader, object)));
        T part = object == null ? null : new Fields(faults, placeOf(name), values, object).apply(reader);
        return new Field<>(this, name, part, null);
    }

    /** A list of objects with members of their own, read in the same strict way. */
    public <T> Field<List<T>> parts(String name, Function<Fields, T> reader) {
        List<@Nullable Object> elements = list(name).orNull();
        describe(it -> it.detail(
                name, "items", it.part(reader, elements == null || elements.isEmpty() ? null : elements.get(0))));
        return new Field<>(
                this, name, elements == null ? null : faults.parts(placeOf(name), elements, reader), List.of());
    }

    /** Accepts members that only the service sets, whatever they are, and drops them. */
    public Fields ignore(String... names) {
        Collections.addAll(known, names);
        describe(it -> List.of(names).forEach(it::ignored));
        return this;
    }

    /** Says, for the description, that these are not required always, whatever is asked of them in this case. */
    public Fields requiredInSomeCases(String... names) {
        describe(it -> it.requiredInSomeCases(List.of(names)));
        return this;
    }

    /** Reads a member under another name as well, when its own name is not there. */
    public Fields alias(String name, String other) {
        known.add(other);
        describe(it -> it.alias(name, other));
        if (members.containsKey(other) && members.containsKey(name)) {
            faults.note(placeOf(other), "duplicate-member", "It says the same as " + name + ".");
        } else if (members.containsKey(other)) {
            spelling = spelling.isEmpty() ? new HashMap<>() : spelling;
            spelling.put(name, other);
        }
        return this;
    }

    /** Reads {@code creditLimit} where {@code credit_limit} is asked for. */
    public Fields camelCaseToo() {
        describe(Outline::camelCaseToo);
        for (String spelled : List.copyOf(members.keySet())) {
            String snake = SnakeCase.of(spelled);
            if (!snake.equals(spelled)) {
                alias(snake, spelled);
            }
        }
        return this;
    }

    /** Whether the request names this member, null included. */
    public boolean names(String name) {
        return members.containsKey(spelled(name));
    }

    /**
     * Notes a fault that the reader found by itself: two members that do not fit together, for example. A member keeps
     * the first fault that is noted.
     */
    public void fault(String name, String code, String detail) {
        faults.note(placeOf(name), code, detail);
    }

    /** Whether something is wrong already, here or elsewhere in the request: it will be refused, whatever comes. */
    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Notes a fault in an object that was taken as it came, at one of its members. */
    public void fault(String name, String member, String code, String detail) {
        faults.note(placeOf(name).member(member), code, detail);
    }

    /** Tells the outline that is being made, if one is. */
    void describe(Consumer<Outline> told) {
        if (outline != null) {
            told.accept(outline);
        }
    }

    /** Whether nothing was asked for that this outline has not. */
    boolean keepsTo(Outline described) {
        return described.covers(known);
    }

    boolean isNull(String name) {
        return names(name) && members.get(spelled(name)) == null;
    }

    /** Runs the reader, then notes what it did not ask for. What its stand-ins made it throw is not the client's fault. */
    <T> @Nullable T apply(Function<Fields, T> reader) {
        T read;
        try {
            read = reader.apply(this);
        } catch (ProblemException refusal) {
            faults.noteRefusal(refusal);
            return null;
        } catch (RuntimeException e) {
            if (faults.isEmpty()) {
                throw e;
            }
            return null;
        }
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                faults.noteUnknown(place.member(name));
            }
        }
        return read;
    }

    private Place placeOf(String name) {
        return place.member(spelled(name));
    }

    private String spelled(String name) {
        return spelling.getOrDefault(name, name);
    }

    private <T> Field<T> field(String name, Function<Object, T> conversion, T standIn, Kind kind) {
        return new Field<>(this, name, read(name, conversion, kind), standIn);
    }

    private <T> @Nullable T read(String name, Function<Object, T> conversion, Kind kind) {
        known.add(name);
        describe(it -> it.member(name, kind.schema()));
        Object raw = members.get(spelled(name));
        if (raw == null) {
            return null;
        }
        try {
            return conversion.apply(raw);
        } catch (Unfit unfit) {
            faults.note(placeOf(name), unfit.code(), unfit.detailOr(kind.sentence()));
            return null;
        }
    }
}
