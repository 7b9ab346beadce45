package dev.onerow.web.request;

import dev.onerow.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Form} asks for, member by member, in the words of JSON Schema: found by running it on its example or on
 * nothing, so it cannot differ from what is read. A form that gives up early is known up to there.
 */
public final class Outline {
    /** How deep parts of parts are followed; deeper ones are objects of which no more is told. */
    private static final int MAX_DEPTH = 6;

    /** The outline of a form that nobody knows: any object. */
    public static final Outline ANY = new Outline(0);

    static {
        ANY.isOpen = true;
    }

    private final int depth;
    private final Map<String, Map<String, Object>> members = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> requiredInSomeCases = new LinkedHashSet<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private Map<String, @Nullable Object> example = Map.of();
    private boolean isOpen;

    private Outline(int depth) {
        this.depth = depth;
    }

    /** The outline of this form. */
    public static Outline of(Form<?> form) {
        Outline outline = new Outline(0);
        Object example = StrictJson.parse(form.example().getBytes(StandardCharsets.UTF_8));
        outline.ask(form::read, example == null ? Map.of() : JsonValues.INSTANCE.object(example));
        return outline;
    }

    /** The names that are asked for, aliases and those of members that only the service sets among them. */
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** What the form gives as an example; empty when it gives none. */
    public Map<String, @Nullable Object> example() {
        return Collections.unmodifiableMap(example);
    }

    /** The schema of one member, null left aside. */
    public Map<String, Object> member(String name) {
        String canonical = aliases.get(name);
        Map<String, Object> schema =
                new LinkedHashMap<>(members.getOrDefault(canonical == null ? name : canonical, Map.of()));
        if (canonical != null) {
            schema.put("description", "Another name of " + canonical + ".");
        }
        return schema;
    }

    /** Whether a request without this member is refused. */
    public boolean requires(String name) {
        return required.contains(name);
    }

    /**
     * The schema of the whole: an object of these members and no others, where null says the same as nothing.
     *
     * @param elsewhere members that may be left out, because the path has them
     */
    public Map<String, Object> schema(Collection<String> elsewhere) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> demanded = new ArrayList<>(required);
        demanded.removeAll(elsewhere);
        members.keySet()
                .forEach(name -> properties.put(name, demanded.contains(name) ? member(name) : orNull(member(name))));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        if (!isOpen) {
            object.put("additionalProperties", false);
        }
        object.put("properties", properties);
        if (!demanded.isEmpty()) {
            object.put("required", demanded);
        }
        return object;
    }

    /** This reader, held to the outline that was declared for it: see {@link ReadBy}. */
    static <T> Function<Fields, T> check(Function<Fields, T> reader, Supplier<Optional<Outline>> declared) {
        return in -> {
            T read = reader.apply(in);
            assert declared.get().map(in::keepsTo).orElse(true) : "More is read than the form of @ReadBy asks for.";
            return read;
        };
    }

    /** Whether a reader that asked for these keeps to this outline. */
    boolean covers(Set<String> asked) {
        return isOpen || members.keySet().containsAll(asked);
    }

    void member(String name, Map<String, Object> schema) {
        Map<String, Object> known = members.get(name);
        if (known == null || known.containsKey("readOnly")) {
            members.put(name, new LinkedHashMap<>(schema));
        } else {
            known.putAll(schema);
        }
    }

    void detail(String name, String key, Object value) {
        Map<String, Object> schema = members.get(name);
        if (schema != null) {
            schema.put(key, value);
        }
    }

    void requiredInSomeCases(List<String> names) {
        requiredInSomeCases.addAll(names);
    }

    void required(String name) {
        if (!aliases.containsValue(name) && !requiredInSomeCases.contains(name)) {
            required.add(name);
        }
    }

    void ignored(String name) {
        members.putIfAbsent(name, Map.of("readOnly", true, "description", "Set by the service; not looked at."));
    }

    void alias(String name, String other) {
        aliases.put(other, name);
        members.putIfAbsent(other, Map.of());
    }

    /** Other spellings are read as well. */
    void camelCaseToo() {
        isOpen = true;
    }

    /** The schema of an object that this reader reads, and of which this is an example. */
    Map<String, Object> part(Function<Fields, ?> reader, @Nullable Object example) {
        if (depth == MAX_DEPTH) {
            return Map.of("type", "object");
        }
        Outline part = new Outline(depth + 1);
        part.ask(reader, example instanceof Map ? JsonValues.INSTANCE.object(example) : Map.of());
        return part.schema(List.of());
    }

    private void ask(Function<Fields, ?> reader, Map<String, @Nullable Object> example) {
        Faults faults = new Faults.OfBody();
        if (example.isEmpty()) {
            // With a fault noted, what stand-ins make a reader throw is not thrown on.
            faults.note(Place.ROOT, "missing", "There is nothing to read.");
        } else {
            this.example = example;
        }
        new Fields(faults, Place.ROOT, JsonValues.INSTANCE, example, this).apply(reader);
        if (!example.isEmpty()) {
            refuseFaulty(faults);
        }
    }

    /** An example that its own form refuses is our mistake, and no client's. */
    private static void refuseFaulty(Faults faults) {
        try {
            faults.throwIfAny();
        } catch (ProblemException refusal) {
            throw new IllegalStateException("A form refuses its own example: " + refusal.getMessage(), refusal);
        }
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (!schema.containsKey("type")) {
            return schema;
        }
        Map<String, Object> orNull = new LinkedHashMap<>(schema);
        orNull.put("type", List.of(String.valueOf(schema.get("type")), "null"));
        if (schema.get("enum") instanceof List<?> words) {
            List<@Nullable Object> more = new ArrayList<>(words);
            more.add(null);
            orNull.put("enum", more);
        }
        return orNull;
    }
}
