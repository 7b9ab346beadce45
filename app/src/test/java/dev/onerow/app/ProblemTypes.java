package dev.onerow.app;

import dev.onerow.app.ConstantArguments.Call;
import dev.onerow.app.ConstantArguments.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The types of problem that the code makes: the constants that reach {@code Problem.of}, also through methods that take
 * the name of the type, or a part of it, as an argument.
 */
final class ProblemTypes {
    private static final String ROOT = "dev.onerow.web.problem.Problem.of";
    private static final String PREFIX = "/problems/";

    private final SortedMap<String, SortedSet<Integer>> statuses = new TreeMap<>();
    private final SortedSet<String> untold = new TreeSet<>();
    private final Map<String, Set<Maker>> makers = new HashMap<>();

    /** A method that makes problems: its argument, put into the text, is the name of the type. */
    private record Maker(int status, String text, int argument) {}

    private ProblemTypes() {}

    static ProblemTypes of(ConstantArguments code) {
        ProblemTypes types = new ProblemTypes();
        types.makers.put(ROOT, Set.of(new Maker(Value.NO_STATUS, Value.HOLE, 1)));
        while (types.follow(code.calls())) {}
        code.constants().stream()
                .filter(text -> text.startsWith(PREFIX) && text.length() > PREFIX.length())
                .forEach(text -> types.statuses.computeIfAbsent(text, any -> new TreeSet<>()));
        return types;
    }

    /** Each type with the statuses that it is answered with; none when it stands in a job alone. */
    SortedMap<String, SortedSet<Integer>> statuses() {
        return statuses;
    }

    /** Methods that make problems of which the type or the status cannot be told. */
    SortedSet<String> untold() {
        return untold;
    }

    private boolean follow(List<Call> calls) {
        boolean isMore = false;
        for (Call call : calls) {
            for (Maker maker : new ArrayList<>(makers.getOrDefault(call.callee(), Set.of()))) {
                isMore |= follow(call, maker);
            }
        }
        return isMore;
    }

    private boolean follow(Call call, Maker maker) {
        Value name = call.arguments().get(maker.argument());
        int status = maker.status() == Value.NO_STATUS ? call.arguments().get(0).status() : maker.status();
        if (name.text().isEmpty() || status == Value.NO_STATUS) {
            return untold.add(call.caller());
        }
        String text = maker.text().replace(Value.HOLE, name.text());
        return name.argument() == Value.NO_ARGUMENT
                ? statuses.computeIfAbsent(PREFIX + text, any -> new TreeSet<>())
                        .add(status)
                : makers.computeIfAbsent(call.caller(), any -> new HashSet<>())
                        .add(new Maker(status, text, name.argument()));
    }
}
